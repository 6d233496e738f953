//! Questions that ask the same, grouped by leaders: each goes to the group it is most like, or begins one.
//!
//! A group is compared by a few of its questions, so that it neither drifts from question to question nor hangs on the words of
//! the first. Only numbers are held, never words; whoever is erased is taken out by [`Groups::remove`].

use std::collections::{BTreeMap, HashMap};

use super::shape::Shape;

/// From here on two questions ask the same.
pub const SAME: f32 = 0.5;
/// Questions by which a group is compared.
const MEMBERS: usize = 6;
/// Questions that are looked at closely for one, those first that share most.
const CANDIDATES: usize = 48;
/// Pieces that stand in more questions than this tell nothing apart; the rest is looked up, rarest first.
const LOOKED_UP: usize = 24;
const POSTINGS_MAX: usize = 2_000;

/// Where a question stands: conversation and sequence.
pub type Place = (i64, i64);

#[derive(Debug, Clone)]
struct Member {
    group: usize,
    place: Place,
    shape: Shape,
}

/// Groups of questions, each under a number.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    names: Vec<i64>,
    /// Members of each group that are compared, as places in `members`.
    of_group: Vec<Vec<usize>>,
    by_name: HashMap<i64, usize>,
    members: Vec<Option<Member>>,
    at: HashMap<Place, usize>,
    postings: HashMap<u64, Vec<u32>>,
}

impl Groups {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Questions that are held.
    #[must_use]
    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// How much a piece tells apart: less, the more questions have it.
    fn weigh(&self, gram: u64) -> f32 {
        let having = self.postings.get(&gram).map_or(0, Vec::len) as f32;
        // As if there had been a hundred questions before, so that the first few are compared sanely.
        ((self.len() as f32 + 100.0) / (having + 2.0)).ln().max(0.2)
    }

    /// The group that asks the same, and how alike it is.
    #[must_use]
    pub fn find(&self, shape: &Shape) -> Option<(i64, f32)> {
        let mut rarest: Vec<(usize, u64)> = shape
            .grams
            .iter()
            .filter_map(|(gram, _)| Some((self.postings.get(gram)?.len(), *gram)))
            .filter(|(length, _)| *length <= POSTINGS_MAX)
            .collect();
        rarest.sort_unstable();
        let mut shared: HashMap<u32, f32> = HashMap::new();
        for (_, gram) in rarest.iter().take(LOOKED_UP) {
            let weight = self.weigh(*gram);
            for member in &self.postings[gram] {
                *shared.entry(*member).or_insert(0.0) += weight;
            }
        }
        let mut candidates: Vec<(u32, f32)> = shared.into_iter().collect();
        candidates.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        candidates.truncate(CANDIDATES);
        let mut groups: Vec<usize> = candidates
            .iter()
            .filter_map(|(at, _)| Some(self.members[*at as usize].as_ref()?.group))
            .collect();
        groups.sort_unstable();
        groups.dedup();
        let best = groups
            .into_iter()
            .map(|group| (group, self.likeness(group, shape)))
            .max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)))?;
        (best.1 >= SAME).then(|| (self.names[best.0], best.1))
    }

    /// Half of what its nearest question is, half of all that are compared.
    fn likeness(&self, group: usize, shape: &Shape) -> f32 {
        let members = self.of_group[group].iter().filter_map(|at| self.members[*at].as_ref());
        let alike: Vec<f32> =
            members.map(|member| shape.asks_like(&member.shape, |gram| self.weigh(gram))).collect();
        let best = alike.iter().copied().fold(0.0, f32::max);
        0.6 * best + 0.4 * alike.iter().sum::<f32>() / alike.len().max(1) as f32
    }

    /// Puts a question into a group, which may be new. A group that has enough to be compared by takes no more.
    pub fn add(&mut self, name: i64, place: Place, shape: Shape) {
        self.remove(place);
        let group = *self.by_name.entry(name).or_insert_with(|| {
            self.names.push(name);
            self.of_group.push(Vec::new());
            self.names.len() - 1
        });
        if self.of_group[group].len() >= MEMBERS {
            return;
        }
        let number = self.members.len();
        for (gram, _) in &shape.grams {
            self.postings.entry(*gram).or_default().push(number as u32);
        }
        self.of_group[group].push(number);
        self.at.insert(place, number);
        self.members.push(Some(Member { group, place, shape }));
    }

    /// Takes a question out.
    pub fn remove(&mut self, place: Place) {
        let Some(at) = self.at.remove(&place) else { return };
        let Some(member) = self.members[at].take() else { return };
        self.of_group[member.group].retain(|other| *other != at);
        for (gram, _) in &member.shape.grams {
            if let Some(list) = self.postings.get_mut(gram) {
                list.retain(|other| *other as usize != at);
                if list.is_empty() {
                    self.postings.remove(gram);
                }
            }
        }
    }

    /// Takes all questions of a conversation out.
    pub fn forget(&mut self, conversation: i64) {
        let places: Vec<Place> = self.at.keys().filter(|place| place.0 == conversation).copied().collect();
        for place in places {
            self.remove(place);
        }
    }

    /// Gives a group the name under which it was stored. What is stored under that name already takes its questions.
    pub fn rename(&mut self, from: i64, to: i64) {
        let Some(group) = self.by_name.remove(&from) else { return };
        match self.by_name.get(&to).copied() {
            None => {
                self.names[group] = to;
                self.by_name.insert(to, group);
            }
            Some(there) => {
                let moved = std::mem::take(&mut self.of_group[group]);
                for at in &moved {
                    if let Some(member) = &mut self.members[*at] {
                        member.group = there;
                    }
                }
                self.of_group[there].extend(moved);
            }
        }
    }

    /// What the groups hold, for whoever looks whether something is left of a conversation.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.members.iter().flatten().map(|member| member.place)
    }
}

/// Groups questions from scratch, in their order. The place of the group of each, the first being 0.
#[must_use]
pub fn group(questions: &[Shape]) -> Vec<usize> {
    let mut groups = Groups::new();
    let mut of_each = Vec::with_capacity(questions.len());
    let mut next = 0;
    for (at, shape) in questions.iter().enumerate() {
        let group = groups.find(shape).map_or(next, |(name, _)| name);
        next = next.max(group + 1);
        groups.add(group, (at as i64, 0), shape.clone());
        of_each.push(group as usize);
    }
    of_each
}

/// Which earlier group each new one goes on as, so that what somebody looks at keeps its name: the one that most of its questions
/// were in, each earlier one once.
#[must_use]
pub fn keep_names(groups: &[(usize, Option<i64>)]) -> BTreeMap<usize, i64> {
    let mut counts: BTreeMap<(usize, i64), usize> = BTreeMap::new();
    for (group, before) in groups {
        if let Some(before) = before {
            *counts.entry((*group, *before)).or_insert(0) += 1;
        }
    }
    let mut by_count: Vec<((usize, i64), usize)> = counts.into_iter().collect();
    by_count.sort_unstable_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let mut names = BTreeMap::new();
    let mut taken = std::collections::BTreeSet::new();
    for ((group, before), _) in by_count {
        if !names.contains_key(&group) && taken.insert(before) {
            names.insert(group, before);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(questions: &[&str]) -> Vec<usize> {
        group(&questions.iter().map(|question| Shape::of(question)).collect::<Vec<_>>())
    }

    #[test]
    fn what_asks_the_same_stands_together() {
        let questions = [
            "怎么退货",
            "运费多少钱",
            "请问怎么退货呀",
            "能开发票吗",
            "运费是多少",
            "我想退货怎么退",
            "可以开发票吗",
            "怎么换货",
        ];
        let found = grouped(&questions);
        assert_eq!((found[0], found[1], found[3]), (found[2], found[4], found[6]), "{found:?}");
        assert_eq!(found[0], found[5], "{found:?}");
        assert!(found[0] != found[1] && found[1] != found[3] && found[0] != found[3]);
        assert_ne!(found[0], found[7], "an exchange is no return");
        let english = grouped(&[
            "do you ship to canada",
            "how do i return an item",
            "Do you ship to Canada?",
            "can i return an item",
            "is there a discount for students",
        ]);
        assert_eq!((english[0], english[1]), (english[2], english[3]), "{english:?}");
        assert!(english[4] != english[0] && english[4] != english[1]);
    }

    #[test]
    fn what_is_taken_out_leaves_nothing() {
        let mut groups = Groups::new();
        groups.add(1, (7, 1), Shape::of("怎么退货"));
        groups.add(1, (8, 1), Shape::of("想退货怎么办"));
        groups.add(2, (7, 5), Shape::of("能开发票吗"));
        assert_eq!(groups.find(&Shape::of("怎么退货呀")).map(|found| found.0), Some(1));
        groups.forget(7);
        assert_eq!(groups.places().collect::<Vec<_>>(), [(8, 1)]);
        assert!(groups.find(&Shape::of("能开发票吗")).is_none());
        assert_eq!(groups.find(&Shape::of("想退货怎么办")).map(|found| found.0), Some(1));
        groups.remove((8, 1));
        assert!(groups.is_empty() && groups.postings.is_empty());
        // A group without questions takes new ones.
        groups.add(1, (9, 1), Shape::of("怎么退货"));
        assert_eq!(groups.len(), 1);
    }

    #[test]
    fn a_group_keeps_the_name_that_most_of_it_had() {
        let groups = [(0, Some(70)), (0, Some(70)), (0, Some(71)), (1, Some(71)), (2, None), (3, Some(70))];
        assert_eq!(keep_names(&groups), BTreeMap::from([(0, 70), (1, 71)]));
    }

    #[test]
    fn ten_thousand_questions_are_grouped() {
        // Forty matters, each asked in many ways, mixed.
        let matters =
            ["退货", "换货", "运费", "发票", "优惠券", "会员积分", "预售", "尺码", "保修", "包装破损"];
        let things = ["水壶", "保温杯", "茶具", "餐盘"];
        let ways = ["怎么弄", "请问怎么弄", "怎么弄呢", "想问怎么弄", "怎么弄啊谢谢"];
        let questions: Vec<Shape> = (0..10_000)
            .map(|at| {
                let (matter, thing) = (matters[at % 10], things[at / 10 % 4]);
                Shape::of(&format!("{thing}{matter}{}", ways[at / 40 % 5]))
            })
            .collect();
        let found = group(&questions);
        let groups = found.iter().collect::<std::collections::BTreeSet<_>>().len();
        assert!((10..=60).contains(&groups), "{groups} groups");
    }
}
