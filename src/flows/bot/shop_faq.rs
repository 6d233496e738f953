//! The shop's FAQ as the bot asks it: the index in memory for which entry is meant, the database for what it says.

use std::sync::Arc;

use rusqlite::Connection;

use super::faq::{Button, Faq, Place, Task, Told, Topic};
use crate::domain::bot::decide::{Asked, Person, SmallTalk};
use crate::domain::bot::settings::Carefulness;
use crate::domain::bot::slots::{Slot, Takes};
use crate::domain::faq::{Entry, Field, FieldKind, Then, store};
use crate::fault::Fault;
use crate::flows::faq::knowledge::Current;
use crate::i18n::Locale;
use crate::ids::FaqId;
use crate::matcher::{self, Match, PersonWanted, intent};

/// The FAQ that counts now.
#[derive(Debug)]
pub struct ShopFaq(pub Arc<Current>);

impl ShopFaq {
    fn answers(&self, id: i64, place: Place<'_>) -> bool {
        self.0.facts.get(&FaqId(id)).is_some_and(|facts| facts.answers(place.channel, place.now))
    }

    fn read(&self, found: &Match, place: Place<'_>) -> Asked {
        let candidates = found.candidates.iter().map(|candidate| (candidate.entry, candidate.p));
        Asked {
            candidates: candidates.filter(|(entry, _)| self.answers(*entry, place)).collect(),
            known: found.known,
            small_talk: found.smalltalk.map(small_talk),
            person: found.person_wanted.map(person),
            anger: found.anger,
        }
    }
}

impl Faq for ShopFaq {
    fn ask(&self, text: &str, topic: Option<&Topic>, place: Place<'_>) -> Asked {
        let Some(index) = &self.0.index else {
            // Whoever asks for a person gets one without an FAQ, too.
            return Asked {
                small_talk: intent::small_talk(text).map(small_talk),
                person: intent::person_wanted(text).map(person),
                anger: intent::is_angry(text),
                ..Asked::default()
            };
        };
        let found = match topic {
            Some(topic) => {
                let topic = matcher::Topic { question: topic.question.clone(), entry: topic.entry };
                index.follow_up(text, &topic)
            }
            None => index.ask(text),
        };
        self.read(&found, place)
    }

    fn find(
        &self,
        conn: &Connection,
        id: i64,
        locale: Locale,
        place: Place<'_>,
    ) -> Result<Option<Told>, Fault> {
        let found = store::find(conn, FaqId(id))?;
        let Some(entry) = found.filter(|entry| entry.facts().answers(place.channel, place.now)) else {
            return Ok(None);
        };
        let Some((language, answer)) = entry.document.answer(place.channel, locale) else { return Ok(None) };
        let Some(words) = entry.document.texts.get(language) else { return Ok(None) };
        let mut links = Vec::new();
        for link in &entry.document.links {
            links.extend(question(conn, *link, locale, place)?);
        }
        let buttons = words.buttons.iter().map(|button| Button {
            id: button.id.clone(),
            label: button.label.clone(),
            url: button.url.clone(),
        });
        Ok(Some(Told {
            id,
            question: words.question.clone(),
            answer: answer.to_owned(),
            buttons: buttons.collect(),
            picture: words.picture.clone(),
            links,
            task: task(&entry, language),
        }))
    }

    fn threshold(&self, carefulness: Carefulness, _: Locale) -> f32 {
        let wish = match carefulness {
            Carefulness::Careful => matcher::Carefulness::Careful,
            Carefulness::Balanced => matcher::Carefulness::Usual,
            Carefulness::Bold => matcher::Carefulness::Bold,
        };
        self.0.index.as_ref().map_or(1.0, |index| index.threshold(wish))
    }

    fn entries(&self, place: Place<'_>) -> usize {
        self.0.facts.values().filter(|facts| facts.answers(place.channel, place.now)).count()
    }
}

/// The question of an entry that is offered, where it may be.
fn question(
    conn: &Connection,
    id: FaqId,
    locale: Locale,
    place: Place<'_>,
) -> Result<Option<(i64, String)>, Fault> {
    let entry = store::find(conn, id)?.filter(|entry| entry.facts().answers(place.channel, place.now));
    Ok(entry.and_then(|entry| {
        let (_, words) = entry.document.texts.nearest(locale)?;
        Some((id.0, words.question.clone()))
    }))
}

fn task(entry: &Entry, locale: Locale) -> Option<Task> {
    let task = entry.document.task.as_ref()?;
    let slots = task.fields.iter().map(|field| slot(field, locale)).collect();
    Some(Task { slots, hands_over: task.then == Then::HandOver })
}

fn slot(field: &Field, locale: Locale) -> Slot {
    Slot {
        id: field.id.clone(),
        label: field.label.nearest(locale).to_owned(),
        takes: match field.r#type {
            FieldKind::Order => Takes::Order,
            FieldKind::Phone => Takes::Phone,
            FieldKind::Email => Takes::Email,
            FieldKind::Text => Takes::Text,
            FieldKind::Select => Takes::Select,
        },
        required: field.required,
        options: field.options.iter().map(|option| option.nearest(locale).to_owned()).collect(),
    }
}

const fn small_talk(talk: matcher::SmallTalk) -> SmallTalk {
    match talk {
        matcher::SmallTalk::Greeting => SmallTalk::Greeting,
        matcher::SmallTalk::Okay => SmallTalk::Okay,
        matcher::SmallTalk::Thanks => SmallTalk::Thanks,
        matcher::SmallTalk::Bye => SmallTalk::Bye,
        matcher::SmallTalk::HowAreYou => SmallTalk::HowAreYou,
        matcher::SmallTalk::WhoAreYou => SmallTalk::WhoAreYou,
        matcher::SmallTalk::Praise => SmallTalk::Praise,
    }
}

const fn person(wanted: PersonWanted) -> Person {
    match wanted {
        PersonWanted::Only => Person::Only,
        PersonWanted::Beside => Person::Beside,
    }
}
