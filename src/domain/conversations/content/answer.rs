//! A customer's answer to a card: a choice, or a filled-in form. It is checked against the card.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::card::{Card, Field, FieldType};
use super::shape::{self, check_label, check_text};
use super::text::{check_length, message};
use crate::fault::Fault;
use crate::ids::MessageId;
use crate::text::is_blank;

/// Most values of an answer.
const VALUES_MAX: usize = 12;
/// Longest value, in characters.
const VALUE_CHARS: usize = 500;
/// Value of a ticked box.
const TICKED: &str = "true";
/// Value of an unticked box.
const UNTICKED: &str = "false";

/// What the customer chose on a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The message with the card.
    pub of: MessageId,
    /// The id of the button or item.
    pub choice: String,
    /// Its label.
    pub text: String,
}

/// What the customer filled into a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormAnswer {
    /// The message with the form.
    pub of: MessageId,
    /// Texts by the ids of the fields; a box is `true` or `false`.
    pub values: BTreeMap<String, String>,
    /// The same, readable.
    pub text: String,
}

#[derive(Deserialize)]
struct ChoiceWire {
    of: String,
    choice: String,
    text: String,
}

#[derive(Deserialize)]
struct FormWire {
    of: String,
    values: BTreeMap<String, String>,
    text: String,
}

impl Choice {
    /// Reads `{"kind":"choice","of":"m_…","choice":"…","text":"…"}`.
    pub(super) fn parse(value: &Value) -> Result<Self, Fault> {
        let ChoiceWire { of, choice, text } = shape::read(value, "content")?;
        let of = message("content.of", &of)?;
        shape::check_id("content.choice", &choice, &mut Vec::new())?;
        check_label("content.text", &text)?;
        Ok(Self { of, choice, text })
    }

    /// Whether the card has this choice, under these words.
    pub(super) fn check(&self, card: &Card) -> Result<(), Fault> {
        let label = card
            .label_of(&self.choice)
            .ok_or_else(|| Fault::invalid("content.choice", "The card has no such choice."))?;
        if label == self.text {
            return Ok(());
        }
        Err(Fault::invalid("content.text", "Use the words that stand on what was chosen."))
    }
}

impl FormAnswer {
    /// Reads `{"kind":"form_answer","of":"m_…","values":{…},"text":"…"}`.
    pub(super) fn parse(value: &Value, text_chars: usize) -> Result<Self, Fault> {
        let FormWire { of, values, text } = shape::read(value, "content")?;
        let of = message("content.of", &of)?;
        if values.len() > VALUES_MAX {
            return Err(Fault::invalid("content.values", format!("Use at most {VALUES_MAX} values.")));
        }
        check_length(&text, text_chars)?;
        check_text("content.text", &text, text_chars)?;
        Ok(Self { of, values, text })
    }

    /// Whether the form asks for these values, and has all that it must.
    pub(super) fn check(&self, card: &Card) -> Result<(), Fault> {
        let Card::Form(form) = card else {
            return Err(Fault::invalid("content.of", "There is no such form to answer."));
        };
        if let Some(unknown) = self.values.keys().find(|id| !form.fields.iter().any(|field| field.id == **id))
        {
            let fault = Fault::invalid(format!("content.values.{unknown}"), "The form has no such field.");
            return Err(fault);
        }
        for field in &form.fields {
            let value = self.values.get(&field.id).map_or("", String::as_str);
            if let Some(wrong) = problem(field, value) {
                return Err(Fault::invalid(format!("content.values.{}", field.id), wrong));
            }
        }
        Ok(())
    }
}

/// What is wrong with the value of a field.
fn problem(field: &Field, value: &str) -> Option<&'static str> {
    let empty = is_blank(value) || field.r#type == FieldType::Checkbox && value == UNTICKED;
    if empty {
        return field.required.then_some("This field has to be filled in.");
    }
    if value.chars().count() > VALUE_CHARS || value.contains('\0') {
        return Some("This is too long, or no text.");
    }
    let good = match field.r#type {
        FieldType::Text => true,
        FieldType::Email => is_email(value.trim()),
        FieldType::Phone => is_phone(value.trim()),
        FieldType::Select => field.options.iter().any(|option| option == value),
        FieldType::Checkbox => value == TICKED,
    };
    if good { None } else { Some("This does not look right for the field.") }
}

/// One `@` with something on both sides, no spaces.
fn is_email(text: &str) -> bool {
    let plain = text.len() <= 254 && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    let parts = text.split_once('@').filter(|(local, host)| !local.is_empty() && !host.is_empty());
    plain
        && parts
            .is_some_and(|(_, host)| !host.contains('@') && !host.starts_with('.') && !host.ends_with('.'))
}

/// 5 to 20 digits, with what people put between them.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (5..=20).contains(&digits)
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')' | '.' | '/'))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::card::CardMessage;
    use super::*;
    use crate::ids::ConversationId;

    const OF: MessageId = MessageId { conversation: ConversationId(9), sequence: 1 };

    fn card(card: &Value) -> Card {
        CardMessage::parse(&json!({ "text": "words", "card": card })).expect("a good card").card
    }

    fn field(result: Result<(), Fault>) -> String {
        result.map_or_else(|fault| fault.field.unwrap_or_default().into_owned(), |()| String::new())
    }

    #[test]
    fn a_choice_is_one_of_the_card_in_its_words() {
        let buttons = json!([{"id":"yes","label":"要"},{"id":"no","label":"不要"}]);
        let cards = [
            card(&json!({"type":"buttons","text":"?","buttons":buttons})),
            card(&json!({"type":"product","title":"银针","buttons":buttons})),
            card(&json!({"type":"order","number":"1","status":"?","buttons":buttons})),
            card(&json!({"type":"list","items":[{"id":"yes","title":"要"}]})),
        ];
        for card in cards {
            for (choice, text, wrong) in
                [("yes", "要", ""), ("maybe", "要", "content.choice"), ("yes", "不要", "content.text")]
            {
                let choice = Choice { of: OF, choice: choice.into(), text: text.into() };
                assert_eq!(field(choice.check(&card)), wrong, "{choice:?}");
            }
        }
        let form =
            card(&json!({"type":"form","title":"?","fields":[{"id":"yes","label":"要","type":"text"}]}));
        let choice = Choice { of: OF, choice: "yes".into(), text: "要".into() };
        assert_eq!(field(choice.check(&form)), "content.choice");
    }

    #[test]
    fn a_form_gets_what_it_asks_for() {
        let form = card(&json!({"type":"form","title":"退货","fields":[
            {"id":"name","label":"姓名","type":"text","required":true},
            {"id":"mail","label":"邮箱","type":"email"},
            {"id":"phone","label":"电话","type":"phone"},
            {"id":"why","label":"原因","type":"select","options":["坏了","不喜欢"]},
            {"id":"ok","label":"同意","type":"checkbox","required":true}]}));
        let whole =
            json!({"name":"李娜","mail":"li@shop.cn","phone":"+86 138-0000 0000","why":"坏了","ok":"true"});
        for (name, value, wrong) in [
            ("name", json!("李娜"), false),
            ("name", json!(""), true),
            ("name", json!("  "), true),
            ("name", json!("长".repeat(VALUE_CHARS + 1)), true),
            ("name", json!("a\0"), true),
            ("mail", json!(""), false),
            ("mail", json!("li"), true),
            ("mail", json!("li@"), true),
            ("mail", json!("li@a@b"), true),
            ("mail", json!("li na@shop.cn"), true),
            ("phone", json!("12"), true),
            ("phone", json!("call me maybe 12345"), true),
            ("phone", json!("(0571) 8888.6666"), false),
            ("why", json!("别的"), true),
            ("why", json!(""), false),
            ("ok", json!("false"), true),
            ("ok", json!("yes"), true),
            ("age", json!("7"), true),
        ] {
            let mut values = whole.clone();
            values[name] = value.clone();
            let answer = json!({ "of": OF, "values": values, "text": "姓名:李娜" });
            let answer = FormAnswer::parse(&answer, 100).expect("well formed");
            let expected = if wrong { format!("content.values.{name}") } else { String::new() };
            assert_eq!(field(answer.check(&form)), expected, "{name} {value}");
        }
        let buttons = card(&json!({"type":"buttons","text":"?","buttons":[{"id":"a","label":"b"}]}));
        let answer = FormAnswer { of: OF, values: BTreeMap::new(), text: "x".into() };
        assert_eq!(field(answer.check(&buttons)), "content.of");
        assert_eq!(field(answer.check(&form)), "content.values.name");
    }

    #[test]
    fn malformed_answers_are_named() {
        let choice = json!({ "of": OF, "choice": "a", "text": "A" });
        let answer = json!({ "of": OF, "values": {}, "text": "A" });
        let many: BTreeMap<String, &str> = (0..=VALUES_MAX).map(|number| (number.to_string(), "x")).collect();
        for (name, wrong) in [
            ("of", json!("c_0000000000001")),
            ("of", json!(null)),
            ("choice", json!("")),
            ("choice", json!(7)),
            ("text", json!("")),
            ("text", json!("长".repeat(81))),
        ] {
            let mut choice = choice.clone();
            choice[name] = wrong;
            let fault = Choice::parse(&choice).map(drop);
            assert_eq!(field(fault), format!("content.{name}"), "{choice}");
        }
        for (name, wrong) in [
            ("of", json!("nothing")),
            ("values", json!([])),
            ("values", json!(many)),
            ("text", json!(" ")),
            ("text", json!("长".repeat(101))),
        ] {
            let mut answer = answer.clone();
            answer[name] = wrong;
            let fault = FormAnswer::parse(&answer, 100).map(drop);
            assert_eq!(field(fault), format!("content.{name}"), "{answer}");
        }
    }
}
