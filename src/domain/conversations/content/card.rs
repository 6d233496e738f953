//! Cards: structured content that the desk shows, with choices; never free markup. Each has a text beside it for
//! previews, transcripts, and clients that do not know cards.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::shape::{
    self, TEXT_CHARS, check_count, check_id, check_label, check_picture, check_text, check_url, or_empty,
};
use crate::fault::Fault;

/// Most buttons of a card.
const BUTTONS_MAX: usize = 6;
/// Most items of a list.
const ITEMS_MAX: usize = 10;
/// Most lines of an order, and fields of a form.
const LINES_MAX: usize = 12;
/// Most options of a field.
const OPTIONS_MAX: usize = 20;

/// A card with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardMessage {
    /// What is shown.
    pub card: Card,
    /// What it says, readable.
    pub text: String,
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Card {
    /// A question with answers to press.
    Buttons(Buttons),
    /// A product.
    Product(Product),
    /// The status of an order.
    Order(Order),
    /// Fields to fill in.
    Form(Form),
    /// Things to choose from.
    List(List),
}

/// A question with answers to press.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buttons {
    /// The question.
    pub text: String,
    /// Whether the text is small markdown: bold, lists, links.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub markdown: bool,
    /// The answers.
    pub buttons: Vec<Button>,
}

/// Something to press: an answer, or with `url` the way to a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// Its id, which an answer names.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Page it links to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Its name.
    pub title: String,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// As it is to be shown, with its currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<String>,
    /// `/p/` and the name of a picture of this desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Buttons.
    #[serde(default, deserialize_with = "or_empty", skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Button>,
}

/// The status of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Its number at the shop.
    pub number: String,
    /// Status of the order, as the customer reads it.
    pub status: String,
    /// What was ordered, what it costs, where it is.
    #[serde(default, deserialize_with = "or_empty", skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Buttons.
    #[serde(default, deserialize_with = "or_empty", skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Button>,
}

/// One line of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// Amount, or place.
    pub value: String,
}

/// Fields to fill in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Heading of the form.
    pub title: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Label of the button that sends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submit: Option<String>,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its id, which an answer names.
    pub id: String,
    /// Label of the field.
    pub label: String,
    /// Kind of value.
    pub r#type: FieldType,
    /// Whether it can stay empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// Options of a `select`.
    #[serde(default, deserialize_with = "or_empty", skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
}

/// Kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    /// A few words.
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// One of the options.
    Select,
    /// Yes or no.
    Checkbox,
}

/// Things to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// What they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The things.
    pub items: Vec<Item>,
}

/// One thing of a list: an answer, or with `url` the way to a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its id, which an answer names.
    pub id: String,
    /// Its name.
    pub title: String,
    /// More about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Page it links to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

#[derive(Deserialize)]
struct Wire<'v> {
    text: &'v str,
}

impl CardMessage {
    /// Reads `{"kind":"card","card":{"type":…},"text":"…"}`.
    pub(super) fn parse(value: &Value) -> Result<Self, Fault> {
        let Wire { text } = shape::read(value, "content")?;
        check_text("content.text", text, TEXT_CHARS)?;
        let card = value.get("card").unwrap_or(&Value::Null);
        let within = "content.card";
        let card = match card.get("type").and_then(Value::as_str) {
            Some("buttons") => Card::Buttons(shape::read(card, within)?),
            Some("product") => Card::Product(shape::read(card, within)?),
            Some("order") => Card::Order(shape::read(card, within)?),
            Some("form") => Card::Form(shape::read(card, within)?),
            Some("list") => Card::List(shape::read(card, within)?),
            _ => {
                let message = "Use buttons, product, order, form or list.";
                return Err(Fault::invalid("content.card.type", message));
            }
        };
        card.check()?;
        Ok(Self { card, text: text.to_owned() })
    }
}

impl Card {
    fn check(&self) -> Result<(), Fault> {
        match self {
            Self::Buttons(card) => {
                check_text("content.card.text", &card.text, TEXT_CHARS)?;
                check_count("content.card.buttons", card.buttons.len(), BUTTONS_MAX)?;
                check_buttons(&card.buttons)
            }
            Self::Product(card) => {
                check_label("content.card.title", &card.title)?;
                optional(card.text.as_deref(), |text| check_text("content.card.text", text, TEXT_CHARS))?;
                optional(card.price.as_deref(), |text| check_label("content.card.price", text))?;
                optional(card.picture.as_deref(), |text| check_picture("content.card.picture", text))?;
                optional(card.url.as_deref(), |text| check_url("content.card.url", text))?;
                check_buttons(&card.buttons)
            }
            Self::Order(card) => {
                check_label("content.card.number", &card.number)?;
                check_label("content.card.status", &card.status)?;
                if card.lines.len() > LINES_MAX {
                    return Err(Fault::invalid("content.card.lines", format!("Use at most {LINES_MAX}.")));
                }
                for (place, line) in card.lines.iter().enumerate() {
                    check_label(&format!("content.card.lines[{place}].label"), &line.label)?;
                    check_text(&format!("content.card.lines[{place}].value"), &line.value, TEXT_CHARS)?;
                }
                optional(card.url.as_deref(), |text| check_url("content.card.url", text))?;
                check_buttons(&card.buttons)
            }
            Self::Form(card) => {
                check_label("content.card.title", &card.title)?;
                optional(card.submit.as_deref(), |text| check_label("content.card.submit", text))?;
                check_count("content.card.fields", card.fields.len(), LINES_MAX)?;
                let mut seen = Vec::new();
                for (place, field) in card.fields.iter().enumerate() {
                    let within = format!("content.card.fields[{place}]");
                    check_id(&format!("{within}.id"), &field.id, &mut seen)?;
                    field.check(&within)?;
                }
                Ok(())
            }
            Self::List(card) => {
                optional(card.title.as_deref(), |text| check_label("content.card.title", text))?;
                check_count("content.card.items", card.items.len(), ITEMS_MAX)?;
                let mut seen = Vec::new();
                for (place, item) in card.items.iter().enumerate() {
                    let within = format!("content.card.items[{place}]");
                    check_id(&format!("{within}.id"), &item.id, &mut seen)?;
                    check_label(&format!("{within}.title"), &item.title)?;
                    optional(item.text.as_deref(), |text| {
                        check_text(&format!("{within}.text"), text, TEXT_CHARS)
                    })?;
                    optional(item.url.as_deref(), |text| check_url(&format!("{within}.url"), text))?;
                }
                Ok(())
            }
        }
    }

    /// What stands on the button or item with this id.
    #[must_use]
    pub fn label_of(&self, id: &str) -> Option<&str> {
        let buttons: &[Button] = match self {
            Self::Buttons(card) => &card.buttons,
            Self::Product(card) => &card.buttons,
            Self::Order(card) => &card.buttons,
            Self::List(card) => {
                return card.items.iter().find(|item| item.id == id).map(|item| item.title.as_str());
            }
            Self::Form(_) => return None,
        };
        buttons.iter().find(|button| button.id == id).map(|button| button.label.as_str())
    }
}

impl Field {
    fn check(&self, within: &str) -> Result<(), Fault> {
        check_label(&format!("{within}.label"), &self.label)?;
        let options = format!("{within}.options");
        if self.r#type != FieldType::Select {
            let none = self.options.is_empty();
            return if none { Ok(()) } else { Err(Fault::invalid(options, "Only a select has options.")) };
        }
        check_count(&options, self.options.len(), OPTIONS_MAX)?;
        for (place, option) in self.options.iter().enumerate() {
            check_label(&format!("{options}[{place}]"), option)?;
        }
        Ok(())
    }
}

fn check_buttons(buttons: &[Button]) -> Result<(), Fault> {
    if buttons.len() > BUTTONS_MAX {
        return Err(Fault::invalid("content.card.buttons", format!("Use at most {BUTTONS_MAX}.")));
    }
    let mut seen = Vec::new();
    for (place, button) in buttons.iter().enumerate() {
        let within = format!("content.card.buttons[{place}]");
        check_id(&format!("{within}.id"), &button.id, &mut seen)?;
        check_label(&format!("{within}.label"), &button.label)?;
        optional(button.url.as_deref(), |text| check_url(&format!("{within}.url"), text))?;
    }
    Ok(())
}

fn optional(text: Option<&str>, check: impl FnOnce(&str) -> Result<(), Fault>) -> Result<(), Fault> {
    text.map_or(Ok(()), check)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::shape::LABEL_CHARS;
    use super::*;

    fn parse(card: &Value) -> Result<Card, String> {
        CardMessage::parse(&json!({ "text": "words", "card": card }))
            .map(|message| message.card)
            .map_err(|fault| fault.field.unwrap_or_default().into_owned())
    }

    /// One good card of each type, every field used.
    fn cards() -> [Value; 5] {
        let buttons =
            json!([{"id":"yes","label":"要"},{"id":"see","label":"看看","url":"https://shop.cn/tea"}]);
        [
            json!({"type":"buttons","text":"要发票吗?","buttons":buttons}),
            json!({"type":"product","title":"银针","text":"头采","price":"¥38","picture":"/p/0a1b","url":"https://shop.cn",
                "buttons":buttons}),
            json!({"type":"order","number":"1042","status":"已发货","lines":[{"label":"快递","value":"顺丰\n今天到"}],
                "url":"https://shop.cn/o/1042","buttons":buttons}),
            json!({"type":"form","title":"退货","fields":[
                {"id":"name","label":"姓名","type":"text","required":true},
                {"id":"mail","label":"邮箱","type":"email"},
                {"id":"phone","label":"电话","type":"phone"},
                {"id":"why","label":"原因","type":"select","options":["坏了","不喜欢"]},
                {"id":"ok","label":"同意","type":"checkbox"}],"submit":"提交"}),
            json!({"type":"list","title":"茶","items":[{"id":"a","title":"银针","text":"白茶","url":"https://shop.cn/a"}]}),
        ]
    }

    #[test]
    fn good_cards_are_read_and_spelled_as_sent() {
        for card in cards() {
            let read = parse(&card).unwrap_or_else(|field| panic!("{field} of {card}"));
            let mut spelled = serde_json::to_value(&read).expect("a card is JSON");
            spelled.sort_all_objects();
            let mut sent = card.clone();
            sent.sort_all_objects();
            assert_eq!(spelled, sent);
        }
    }

    #[test]
    fn every_wrong_field_is_named() {
        let long = "长".repeat(LABEL_CHARS + 1);
        let text = "长".repeat(TEXT_CHARS + 1);
        let [buttons, product, order, form, list] = cards();
        let many = |thing: Value, count: usize| {
            let numbered = (0..count).map(|number| {
                let mut one = thing.clone();
                one["id"] = number.to_string().into();
                one
            });
            Value::Array(numbered.collect())
        };
        for (card, pointer, wrong, field) in [
            (&buttons, "/type", json!("hologram"), "type"),
            (&buttons, "/text", json!(""), "text"),
            (&buttons, "/text", json!(text), "text"),
            (&buttons, "/buttons", json!([]), "buttons"),
            (&buttons, "/buttons", Value::Null, "buttons"),
            (&buttons, "/buttons", many(json!({"label":"x"}), BUTTONS_MAX + 1), "buttons"),
            (&buttons, "/buttons/0/id", json!(""), "buttons[0].id"),
            (&buttons, "/buttons/0/id", json!("see"), "buttons[1].id"),
            (&buttons, "/buttons/0/id", json!("x".repeat(65)), "buttons[0].id"),
            (&buttons, "/buttons/0/label", json!(long), "buttons[0].label"),
            (&buttons, "/buttons/0/label", json!("a\nb"), "buttons[0].label"),
            (&buttons, "/buttons/1/url", json!("javascript:alert(1)"), "buttons[1].url"),
            (&buttons, "/buttons/1/url", json!(7), "buttons[1].url"),
            (&product, "/title", json!(" "), "title"),
            (&product, "/text", json!(""), "text"),
            (&product, "/price", json!(38), "price"),
            (&product, "/picture", json!("https://evil.example/x.png"), "picture"),
            (&product, "/url", json!("shop.cn"), "url"),
            (&product, "/buttons", many(json!({"label":"x"}), BUTTONS_MAX + 1), "buttons"),
            (&order, "/number", json!(1042), "number"),
            (&order, "/status", json!(""), "status"),
            (&order, "/lines", json!(vec![json!({"label":"x","value":"y"}); LINES_MAX + 1]), "lines"),
            (&order, "/lines/0/label", json!(""), "lines[0].label"),
            (&order, "/lines/0/value", json!(""), "lines[0].value"),
            (&form, "/title", json!(long), "title"),
            (&form, "/submit", json!(""), "submit"),
            (&form, "/fields", json!([]), "fields"),
            (&form, "/fields", many(json!({"label":"x","type":"text"}), LINES_MAX + 1), "fields"),
            (&form, "/fields/0/id", json!("ok"), "fields[4].id"),
            (&form, "/fields/0/label", json!(""), "fields[0].label"),
            (&form, "/fields/0/type", json!("password"), "fields[0].type"),
            (&form, "/fields/0/required", json!("yes"), "fields[0].required"),
            (&form, "/fields/3/options", json!([]), "fields[3].options"),
            (&form, "/fields/3/options", json!(vec!["x"; OPTIONS_MAX + 1]), "fields[3].options"),
            (&form, "/fields/3/options/1", json!(""), "fields[3].options[1]"),
            (&form, "/fields/3/type", json!("text"), "fields[3].options"),
            (&list, "/title", json!(""), "title"),
            (&list, "/items", json!([]), "items"),
            (&list, "/items", many(json!({"title":"x"}), ITEMS_MAX + 1), "items"),
            (&list, "/items/0/id", json!("a\0"), "items[0].id"),
            (&list, "/items/0/title", json!(long), "items[0].title"),
            (&list, "/items/0/text", json!(text), "items[0].text"),
            (&list, "/items/0/url", json!("ftp://shop.cn"), "items[0].url"),
        ] {
            let mut card = card.clone();
            *card.pointer_mut(pointer).expect("a field of the card") = wrong;
            assert_eq!(parse(&card), Err(format!("content.card.{field}")), "{card:.200}");
        }
        for nothing in [json!(null), json!("buttons"), json!([]), json!({})] {
            assert_eq!(parse(&nothing), Err("content.card.type".into()), "{nothing}");
        }
    }

    #[test]
    fn a_card_needs_words() {
        let [card, ..] = cards();
        for text in [json!(null), json!(""), json!(7), json!("长".repeat(TEXT_CHARS + 1))] {
            let fault =
                CardMessage::parse(&json!({ "text": text, "card": card })).map_err(|fault| fault.field);
            assert_eq!(fault, Err(Some("content.text".into())), "{text:.20}");
        }
    }
}
