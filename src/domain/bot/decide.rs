//! What becomes of a turn: the first outcome that fits. An answer that would be forced is no answer; it is handed over at once.

use super::Reason;

/// From here on an entry may be meant.
pub const MAYBE: f32 = 0.2;
/// So much of a question has to be known to the FAQ before it is asked back.
pub const KNOWN: f32 = 0.4;
/// Entries that are offered to choose from.
const OFFERED: usize = 3;
/// Answers that did not help before it is handed over.
const UNHELPFUL_MAX: usize = 2;
/// How far what was joined with its topic has to be ahead of what was said alone, and of the next entry.
const AHEAD: f32 = 0.1;

/// What words are that ask nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SmallTalk {
    /// Hello.
    Greeting,
    /// Good, I see.
    Okay,
    /// Thank you.
    Thanks,
    /// Good-bye.
    Bye,
    /// How are you?
    HowAreYou,
    /// Who, or what, are you?
    WhoAreYou,
    /// Well done.
    Praise,
}

/// How a person is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    /// With nothing else.
    Only,
    /// Perhaps beside something else.
    Beside,
}

/// What the FAQ has to say to some words, and what they are besides.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    /// Entries that may be meant with how probable each is, the most probable first.
    pub candidates: Vec<(i64, f32)>,
    /// Share of the words that the FAQ knows.
    pub known: f32,
    /// Small talk and nothing else.
    pub small_talk: Option<SmallTalk>,
    /// Whether a person is asked for.
    pub person: Option<Person>,
    /// Whether it is said in anger.
    pub anger: bool,
}

impl Asked {
    fn best(&self) -> Option<(i64, f32)> {
        self.candidates.first().copied()
    }

    fn p(&self) -> f32 {
        self.best().map_or(0.0, |(_, p)| p)
    }
}

/// What a customer chose on a card of the bot's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// An entry.
    Entry(i64),
    /// None of what was offered.
    None,
    /// A person.
    Person,
    /// That an answer helped.
    Helpful,
    /// That it did not.
    Unhelpful,
}

/// How it stands with a task that was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pending {
    /// All it asked for is there.
    Complete,
    /// Something was told, and something is missing.
    Progress,
    /// Nothing was told; so often before.
    Stuck(usize),
}

/// What a turn is decided on.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "what is known of the conversation, one fact each")]
pub struct Scene {
    /// What the FAQ says to each word alone.
    pub each: Vec<Asked>,
    /// What it says to all of them together, with their topic where they follow one.
    pub joined: Asked,
    /// How probable an entry has to be to answer.
    pub threshold: f32,
    /// What was chosen last, if the turn is a choice.
    pub choice: Option<Choice>,
    /// How it stands with a task that was begun.
    pub pending: Option<Pending>,
    /// Whether persons shall answer this customer.
    pub vip: bool,
    /// Whether a rule says so.
    pub rule: bool,
    /// Whether a file is among it.
    pub file: bool,
    /// Whether it is too old, or failed too often.
    pub late: bool,
    /// Whether there were as many turns as there may be.
    pub limit: bool,
    /// Whether the same was asked and answered just before.
    pub repeated: bool,
    /// How often the bot asked back since it answered last.
    pub asked_back: usize,
    /// How many answers did not help.
    pub unhelpful: usize,
}

/// What the bot does.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// There is nothing to do.
    Nothing,
    /// Answers.
    Answer(i64, f32),
    /// Answers two things.
    Two([(i64, f32); 2]),
    /// Asks which of these is meant.
    DidYouMean(Vec<(i64, f32)>),
    /// Talks small.
    SmallTalk(SmallTalk),
    /// Goes on with the task, or ends it.
    Task(Pending),
    /// Takes note that an answer helped.
    Helpful,
    /// Says what can be done where it did not.
    Unhelpful,
    /// Hands over.
    HandOver(Reason),
}

/// Decides a turn.
#[must_use]
pub fn decide(scene: &Scene) -> Act {
    if scene.choice == Some(Choice::Helpful) {
        return Act::Helpful;
    }
    if let Some(reason) = at_once(scene) {
        return Act::HandOver(reason);
    }
    if let Some(choice) = scene.choice {
        return chosen(scene, choice);
    }
    if scene.each.is_empty() && scene.pending.is_none() {
        return Act::Nothing;
    }
    match scene.pending {
        // Whoever asks something else gets an answer to it.
        Some(Pending::Stuck(_)) if answers(scene).is_some() => {}
        Some(Pending::Stuck(before)) if before > 0 => return Act::HandOver(Reason::Task),
        Some(pending) => return Act::Task(pending),
        None => {}
    }
    if let Some(talk) = scene.joined.small_talk.or_else(|| all_small_talk(&scene.each)) {
        return Act::SmallTalk(talk);
    }
    match answers(scene) {
        Some(Act::Answer(..)) if scene.repeated => Act::HandOver(Reason::Missed),
        Some(act) => act,
        None => did_you_mean(scene),
    }
}

/// What is handed over whatever the FAQ says.
fn at_once(scene: &Scene) -> Option<Reason> {
    let words = || scene.each.iter().chain([&scene.joined]);
    let only = words().any(|asked| asked.person == Some(Person::Only));
    let beside = words().any(|asked| asked.person.is_some()) && answers(scene).is_none();
    let told = [
        (scene.choice == Some(Choice::Person), Reason::Asked),
        (only || beside, Reason::Asked),
        (words().any(|asked| asked.anger), Reason::Anger),
        (scene.late, Reason::Late),
        (scene.limit, Reason::Limit),
        (scene.vip, Reason::Vip),
        (scene.rule, Reason::Rule),
        (scene.file, Reason::File),
    ];
    told.into_iter().find_map(|(holds, reason)| holds.then_some(reason))
}

fn chosen(scene: &Scene, choice: Choice) -> Act {
    match choice {
        Choice::Entry(entry) => Act::Answer(entry, 1.0),
        Choice::None => Act::HandOver(Reason::Missed),
        Choice::Person => Act::HandOver(Reason::Asked),
        Choice::Helpful => Act::Helpful,
        Choice::Unhelpful if scene.unhelpful + 1 >= UNHELPFUL_MAX => Act::HandOver(Reason::Unhelpful),
        Choice::Unhelpful => Act::Unhelpful,
    }
}

/// What is sure enough to be said.
fn answers(scene: &Scene) -> Option<Act> {
    let mut sure: Vec<(i64, f32)> = Vec::new();
    for (entry, p) in scene.each.iter().filter_map(Asked::best).filter(|(_, p)| *p >= scene.threshold) {
        match sure.iter_mut().find(|(other, _)| *other == entry) {
            Some((_, best)) => *best = best.max(p),
            None => sure.push((entry, p)),
        }
    }
    match sure.as_slice() {
        [one, other] => return Some(Act::Two([*one, *other])),
        // More than can be said at once: a person sorts it out.
        [_, _, _, ..] => return Some(Act::HandOver(Reason::Unknown)),
        _ => {}
    }
    let best = scene.joined.best().into_iter().chain(sure).max_by(|one, other| one.1.total_cmp(&other.1));
    best.filter(|(_, p)| *p >= scene.threshold).map(|(entry, p)| Act::Answer(entry, p))
}

fn all_small_talk(each: &[Asked]) -> Option<SmallTalk> {
    let last = each.last()?.small_talk?;
    each.iter().all(|asked| asked.small_talk.is_some()).then_some(last)
}

fn did_you_mean(scene: &Scene) -> Act {
    // What was said together tells most; a word between two that the FAQ knows may tell more.
    let best = scene.each.iter().chain([&scene.joined]).max_by(|one, other| one.p().total_cmp(&other.p()));
    let offered: Vec<(i64, f32)> = best
        .filter(|asked| asked.known >= KNOWN)
        .map(|asked| asked.candidates.iter().filter(|(_, p)| *p >= MAYBE).take(OFFERED).copied().collect())
        .unwrap_or_default();
    match scene.asked_back {
        _ if offered.is_empty() => Act::HandOver(Reason::Unknown),
        0 => Act::DidYouMean(offered),
        _ => Act::HandOver(Reason::Missed),
    }
}

/// Whether words may go on with a topic: a short message, or one that begins as such do.
#[must_use]
pub fn may_follow(text: &str) -> bool {
    const ZH: [&str; 4] = ["那", "呢", "还有", "如果"];
    const EN: [&str; 6] = ["and ", "what about", "how about", "what if", "also ", "then "];
    let han = text.chars().filter(|letter| ('\u{4e00}'..='\u{9fff}').contains(letter)).count();
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).collect();
    let words_total = words.iter().filter(|word| !word.is_empty()).count();
    if han > 0 {
        return han <= 8 || ZH.iter().any(|word| text.contains(word)) && han <= 20;
    }
    words_total <= 5
        || words_total <= 12
            && (EN.iter().any(|start| lower.trim_start().starts_with(start)) || words.contains(&"it"))
}

/// Which of two readings counts: the words alone, or joined with their topic. The joined one has to be sure, and ahead.
#[must_use]
pub fn with_topic(alone: Asked, joined: Asked, threshold: f32) -> Asked {
    let next = joined.candidates.get(1).map_or(0.0, |(_, p)| *p);
    let ahead = joined.p() >= alone.p() + AHEAD && joined.p() >= next + AHEAD;
    if alone.p() < threshold && alone.small_talk.is_none() && joined.p() >= threshold && ahead {
        Asked { candidates: joined.candidates, known: joined.known.max(alone.known), ..alone }
    } else {
        alone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(candidates: &[(i64, f32)]) -> Asked {
        Asked { candidates: candidates.to_vec(), known: 0.9, ..Asked::default() }
    }

    /// A turn of these words; the last is what is said to all of them.
    fn turn(each: &[Asked], joined: Asked) -> Scene {
        Scene { each: each.to_vec(), joined, threshold: 0.8, ..Scene::default() }
    }

    fn one(asked: Asked) -> Scene {
        Scene { each: vec![asked.clone()], joined: asked, threshold: 0.8, ..Scene::default() }
    }

    fn talk(small_talk: SmallTalk) -> Asked {
        Asked { small_talk: Some(small_talk), ..Asked::default() }
    }

    #[test]
    fn the_first_outcome_that_fits() {
        let sure = asked(&[(1, 0.9), (2, 0.1)]);
        let unsure = asked(&[(1, 0.5), (2, 0.3), (3, 0.25), (4, 0.22), (5, 0.1)]);
        let unknown = Asked { known: 0.1, ..unsure.clone() };
        let far = asked(&[(1, 0.1)]);
        let wants = |person, of: &Asked| Asked { person: Some(person), ..of.clone() };
        let angry = Asked { anger: true, ..sure.clone() };
        let offered = vec![(1, 0.5), (2, 0.3), (3, 0.25)];
        let hand = Act::HandOver;
        let cases = [
            ("an answer", one(sure.clone()), Act::Answer(1, 0.9)),
            ("exactly sure", one(asked(&[(1, 0.8)])), Act::Answer(1, 0.8)),
            ("may be meant", one(unsure.clone()), Act::DidYouMean(offered.clone())),
            ("words that the FAQ does not know", one(unknown), hand(Reason::Unknown)),
            ("far from everything", one(far.clone()), hand(Reason::Unknown)),
            ("nothing to look for", one(Asked::default()), hand(Reason::Unknown)),
            ("every word was recalled", Scene::default(), Act::Nothing),
            ("a person, and nothing else", one(wants(Person::Only, &sure)), hand(Reason::Asked)),
            ("artificial intelligence", one(wants(Person::Beside, &sure)), Act::Answer(1, 0.9)),
            ("a person beside what is unsure", one(wants(Person::Beside, &unsure)), hand(Reason::Asked)),
            ("anger, though there is an answer", one(angry), hand(Reason::Anger)),
            ("hello", one(talk(SmallTalk::Greeting)), Act::SmallTalk(SmallTalk::Greeting)),
            (
                "hello, and thanks",
                turn(&[talk(SmallTalk::Greeting), talk(SmallTalk::Thanks)], Asked::default()),
                Act::SmallTalk(SmallTalk::Thanks),
            ),
            (
                "hello, and a question",
                turn(&[talk(SmallTalk::Greeting), sure.clone()], sure.clone()),
                Act::Answer(1, 0.9),
            ),
            (
                "a question in three words",
                turn(&[far.clone(), far.clone(), unsure.clone()], sure.clone()),
                Act::Answer(1, 0.9),
            ),
            (
                "two questions",
                turn(&[sure.clone(), asked(&[(7, 0.85)])], unsure.clone()),
                Act::Two([(1, 0.9), (7, 0.85)]),
            ),
            (
                "the same one twice",
                turn(&[asked(&[(1, 0.85)]), sure.clone()], far.clone()),
                Act::Answer(1, 0.9),
            ),
            (
                "three questions",
                turn(&[sure.clone(), asked(&[(7, 0.9)]), asked(&[(8, 0.9)])], far.clone()),
                hand(Reason::Unknown),
            ),
            ("asked back before", Scene { asked_back: 1, ..one(unsure.clone()) }, hand(Reason::Missed)),
            ("asked again", Scene { repeated: true, ..one(sure.clone()) }, hand(Reason::Missed)),
            ("of a VIP", Scene { vip: true, ..one(sure.clone()) }, hand(Reason::Vip)),
            ("by a rule", Scene { rule: true, ..one(sure.clone()) }, hand(Reason::Rule)),
            ("with a file", Scene { file: true, ..one(sure.clone()) }, hand(Reason::File)),
            ("too late", Scene { late: true, ..one(sure.clone()) }, hand(Reason::Late)),
            ("too often", Scene { limit: true, ..one(sure.clone()) }, hand(Reason::Limit)),
        ];
        for (name, scene, expected) in cases {
            assert_eq!(decide(&scene), expected, "{name}");
        }
    }

    #[test]
    fn choices_are_taken_at_their_word() {
        let cases = [
            (Choice::Entry(7), 0, Act::Answer(7, 1.0)),
            (Choice::None, 0, Act::HandOver(Reason::Missed)),
            (Choice::Person, 0, Act::HandOver(Reason::Asked)),
            (Choice::Helpful, 1, Act::Helpful),
            (Choice::Unhelpful, 0, Act::Unhelpful),
            (Choice::Unhelpful, 1, Act::HandOver(Reason::Unhelpful)),
        ];
        for (choice, unhelpful, expected) in cases {
            let scene = Scene { choice: Some(choice), unhelpful, threshold: 0.8, ..Scene::default() };
            assert_eq!(decide(&scene), expected, "{choice:?}");
        }
        let helped = Scene { choice: Some(Choice::Helpful), limit: true, ..Scene::default() };
        assert_eq!(decide(&helped), Act::Helpful, "what helped is handed over for nothing");
    }

    #[test]
    fn a_task_goes_on_until_it_is_stuck_twice() {
        let nothing = || one(asked(&[(1, 0.1)]));
        for (pending, expected) in [
            (Pending::Complete, Act::Task(Pending::Complete)),
            (Pending::Progress, Act::Task(Pending::Progress)),
            (Pending::Stuck(0), Act::Task(Pending::Stuck(0))),
            (Pending::Stuck(1), Act::HandOver(Reason::Task)),
        ] {
            assert_eq!(decide(&Scene { pending: Some(pending), ..nothing() }), expected);
        }
        let other = Scene { pending: Some(Pending::Stuck(1)), ..one(asked(&[(9, 0.9)])) };
        assert_eq!(decide(&other), Act::Answer(9, 0.9), "another question");
        let person = Asked { person: Some(Person::Only), ..Asked::default() };
        let asks = Scene { pending: Some(Pending::Progress), ..one(person) };
        assert_eq!(decide(&asks), Act::HandOver(Reason::Asked));
    }

    #[test]
    fn short_words_may_follow_a_topic() {
        for (text, expected) in [
            ("那运费呢?", true),
            ("加拿大呢", true),
            ("还有发到香港的话运费怎么算", true),
            ("and for Canada?", true),
            ("what about exchanges for gifts that I bought", true),
            ("how long does it take to get it to Berlin", true),
            ("我想问一下你们家的这个红色连衣裙什么时候补货", false),
            ("Please tell me whether your shop sells gluten free oat milk powder", false),
        ] {
            assert_eq!(may_follow(text), expected, "{text}");
        }
    }

    #[test]
    fn a_topic_counts_where_it_is_sure_and_ahead() {
        for (alone, joined, expected) in [
            (0.3, vec![(2, 0.9), (3, 0.2)], 2),
            (0.3, vec![(2, 0.7), (3, 0.2)], 1),
            (0.85, vec![(2, 0.99)], 1),
            (0.3, vec![(2, 0.9), (3, 0.85)], 1),
            (0.75, vec![(2, 0.82)], 1),
        ] {
            let read = with_topic(asked(&[(1, alone)]), asked(&joined), 0.8);
            assert_eq!(read.candidates[0].0, expected, "{alone} {joined:?}");
        }
    }
}
