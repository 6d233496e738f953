//! What the bot says as messages: cards where a channel has them, numbered text where it has none.

use crate::domain::bot::slots::{Slot, Takes};
use crate::domain::bot::{ENTRY, HELPFUL, NONE, PERSON, UNHELPFUL};
use crate::domain::conversations::content::{
    Button, Buttons, Card, CardMessage, Content, Field, FieldType, Form, Product,
};
use crate::flows::bot::faq::Told;
use crate::i18n::Texts;
use crate::ids::FaqId;

/// Longest answer that fits a card, in characters.
const CARD_CHARS: usize = 2_000;
/// Longest label, in characters.
const LABEL_CHARS: usize = 80;
/// Buttons of an entry's own, with those of entries that are offered after it.
const OWN_BUTTONS: usize = 3;
/// Longest text in one message, in characters.
const TEXT_CHARS: usize = 8_000;

/// How a channel shows what the bot says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Show {
    /// Whether it has cards.
    pub cards: bool,
    /// The language.
    pub texts: Texts,
}

impl Show {
    fn button(self, id: &str, label: &'static str) -> Button {
        Button { id: id.to_owned(), label: self.texts.get(label).to_owned(), url: None }
    }

    /// An answer: the card whose text it is; where it is too long for one, the text and then the card.
    pub(super) fn answer(self, told: &Told) -> Vec<Content> {
        let answer: String = told.answer.chars().take(TEXT_CHARS).collect();
        if !self.cards {
            let offered: Vec<String> =
                told.links.iter().map(|(_, question)| format!("· {question}")).collect();
            let parts = [answer, offered.join("\n"), self.texts.get("bot.person_by_word").to_owned()];
            return vec![Content::text(joined(&parts))];
        }
        let mut messages = Vec::new();
        if let Some(picture) = &told.picture {
            messages.push(picture_of(told, picture));
        }
        let is_long = answer.chars().count() > CARD_CHARS;
        if is_long {
            messages.push(Content::text(answer.clone()));
        }
        let links = told.links.iter().map(|(id, question)| Button {
            id: entry_id(*id),
            label: label(question),
            url: None,
        });
        let own = told.buttons.iter().map(|button| Button {
            id: button.id.clone(),
            label: label(&button.label),
            url: button.url.clone(),
        });
        let mut buttons: Vec<Button> = own.chain(links).take(OWN_BUTTONS).collect();
        buttons.extend([
            self.button(HELPFUL, "bot.helpful"),
            self.button(UNHELPFUL, "bot.unhelpful"),
            self.button(PERSON, "bot.person"),
        ]);
        let text = if is_long { told.question.clone() } else { answer };
        messages.push(card(text, true, buttons));
        messages
    }

    /// Some words, with a person one tap away.
    pub(super) fn words(self, text: &str) -> Content {
        if !self.cards {
            return Content::text(text);
        }
        card(text.to_owned(), false, vec![self.button(PERSON, "bot.person")])
    }

    /// A question which of some entries is meant.
    pub(super) fn did_you_mean(self, offered: &[(i64, String)]) -> Content {
        let question = self.texts.get("bot.did_you_mean");
        if !self.cards {
            let lines: Vec<String> =
                (1..).zip(offered).map(|(number, (_, question))| format!("{number}. {question}")).collect();
            let parts =
                [question.to_owned(), lines.join("\n"), self.texts.get("bot.choose_by_number").to_owned()];
            return Content::text(joined(&parts));
        }
        let mut buttons: Vec<Button> = offered
            .iter()
            .map(|(id, question)| Button { id: entry_id(*id), label: label(question), url: None })
            .collect();
        buttons.extend([self.button(NONE, "bot.none"), self.button(PERSON, "bot.person")]);
        card(question.to_owned(), false, buttons)
    }

    /// A form that asks for what a task needs.
    pub(super) fn form(self, title: &str, slots: &[&Slot]) -> Content {
        if !self.cards {
            let lines: Vec<String> = slots
                .iter()
                .map(|slot| match slot.options.as_slice() {
                    [] => format!("· {}", slot.label),
                    options => format!("· {} ({})", slot.label, options.join(" / ")),
                })
                .collect();
            return Content::text(joined(&[title.to_owned(), lines.join("\n")]));
        }
        let fields = slots
            .iter()
            .map(|slot| Field {
                id: slot.id.clone(),
                label: label(&slot.label),
                r#type: match slot.takes {
                    Takes::Order | Takes::Text => FieldType::Text,
                    Takes::Phone => FieldType::Phone,
                    Takes::Email => FieldType::Email,
                    Takes::Select => FieldType::Select,
                },
                required: slot.required,
                options: slot.options.clone(),
            })
            .collect();
        let submit = Some(self.texts.get("bot.submit").to_owned());
        let form = Form { title: label(title), fields, submit };
        Content::Card(CardMessage { card: Card::Form(form), text: title.to_owned() })
    }

    /// A form that asks how to reach the customer.
    pub(super) fn contact_form(self) -> Option<Content> {
        let field = |id: &str, name: &'static str, kind| Field {
            id: id.to_owned(),
            label: self.texts.get(name).to_owned(),
            r#type: kind,
            required: false,
            options: Vec::new(),
        };
        let fields = vec![
            field("email", "bot.contact_email", FieldType::Email),
            field("phone", "bot.contact_phone", FieldType::Phone),
        ];
        let title = self.texts.get("bot.contact_title").to_owned();
        let form =
            Form { title: title.clone(), fields, submit: Some(self.texts.get("bot.submit").to_owned()) };
        self.cards.then_some(Content::Card(CardMessage { card: Card::Form(form), text: title }))
    }
}

/// The id of a choice of an entry.
fn entry_id(id: i64) -> String {
    format!("{ENTRY}{}", FaqId(id))
}

fn picture_of(told: &Told, picture: &str) -> Content {
    let product = Product {
        title: label(&told.question),
        text: None,
        price: None,
        picture: Some(picture.to_owned()),
        url: None,
        buttons: Vec::new(),
    };
    Content::Card(CardMessage { card: Card::Product(product), text: label(&told.question) })
}

fn card(text: String, markdown: bool, buttons: Vec<Button>) -> Content {
    Content::Card(CardMessage {
        card: Card::Buttons(Buttons { text: text.clone(), markdown, buttons }),
        text,
    })
}

/// Cut to what fits a button, with a sign that more was there.
fn label(text: &str) -> String {
    if text.chars().count() <= LABEL_CHARS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LABEL_CHARS - 1).collect();
    format!("{cut}…")
}

fn joined(parts: &[String]) -> String {
    let kept: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    kept.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::bot::faq;
    use crate::i18n::Locale;

    fn told(answer: &str) -> Told {
        let button = |id: &str| faq::Button { id: id.to_owned(), label: "标签".repeat(60), url: None };
        Told {
            id: 7,
            question: "怎么退货?".to_owned(),
            answer: answer.to_owned(),
            buttons: vec![button("a"), button("b")],
            picture: Some("/p/0a1b".to_owned()),
            links: vec![(8, "运费谁出?".to_owned()), (9, "多久到账?".to_owned())],
            task: None,
        }
    }

    #[test]
    fn everything_that_is_said_can_be_stored() {
        for locale in Locale::ALL {
            for cards in [true, false] {
                let show = Show { cards, texts: Texts::new(locale) };
                let slot = Slot {
                    id: "order".to_owned(),
                    label: "订单号".to_owned(),
                    takes: Takes::Order,
                    required: true,
                    options: Vec::new(),
                };
                let mut all = show.answer(&told("短"));
                all.extend(show.answer(&told(&"长".repeat(3_000))));
                all.push(show.did_you_mean(&[(7, "一".repeat(200)), (8, "二".to_owned())]));
                all.push(show.form("请填写", &[&slot]));
                all.push(show.words("您好"));
                all.extend(show.contact_form());
                for content in all {
                    let json = content.to_json();
                    assert_eq!(Content::stored(&json).as_ref(), Some(&content), "{json}");
                }
            }
        }
    }

    #[test]
    fn a_person_and_helpful_are_never_left_out() {
        let show = Show { cards: true, texts: Texts::new(Locale::En) };
        let messages = show.answer(&told("短"));
        let Some(Content::Card(CardMessage { card: Card::Buttons(card), .. })) = messages.last() else {
            panic!("no card")
        };
        let ids: Vec<&str> = card.buttons.iter().map(|button| button.id.as_str()).collect();
        assert_eq!(ids.len(), 6);
        assert_eq!(ids[3..], [HELPFUL, UNHELPFUL, PERSON]);
        assert!(ids[2].starts_with(ENTRY), "a link to another entry: {ids:?}");
    }
}
