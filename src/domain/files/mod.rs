//! Files that people send: how they arrive in slices, what they are, and who may have them.
//!
//! Whoever may read a message that shows a file may fetch it, and nobody else but its sender. What a file is, is found out
//! by looking at it. A file that no message shows is removed after a while, its bytes once no row points at them.

pub mod kind;
pub mod slices;
pub mod store;

use crate::fault::{Fault, Kind};
use crate::text::{is_blank, is_trick};

/// Longest name of a file, in characters.
const NAME_CHARS: usize = 120;

/// Larger than the desk takes.
#[must_use]
pub fn too_large(most: impl std::fmt::Display) -> Fault {
    Fault { field: Some("byte_size".into()), ..Fault::new(Kind::TooLarge, "too_large", "") }
        .saying(format!("The file is larger than {most}."))
}

/// No room is left for files, of this visitor or at all.
#[must_use]
pub const fn no_room() -> Fault {
    Fault::new(Kind::RuleBroken, "no_room", "There is no room left for files. Older ones have to go first.")
}

/// Too many uploads are unfinished.
#[must_use]
pub const fn too_many() -> Fault {
    Fault::new(Kind::RuleBroken, "too_many_uploads", "Finish the uploads that are under way first.")
}

/// What arrived is not what was announced.
#[must_use]
pub const fn wrong_digest() -> Fault {
    Fault::new(
        Kind::RuleBroken,
        "wrong_digest",
        "The bytes that arrived do not have this digest. Send them again.",
    )
}

/// Another slice arrived at this place before.
#[must_use]
pub const fn slice_conflict() -> Fault {
    Fault::new(Kind::Conflict, "slice_conflict", "This slice arrived before, with other bytes.")
}

/// Slices are missing.
#[must_use]
pub const fn incomplete() -> Fault {
    Fault::new(Kind::RuleBroken, "incomplete", "Slices are missing. Ask which, and send them.")
}

/// A picture of more pixels than the desk unpacks.
#[must_use]
pub fn too_many_pixels(most: u64) -> Fault {
    Fault::new(Kind::RuleBroken, "too_many_pixels", "")
        .saying(format!("The picture has more than {most} pixels. Send a smaller one."))
}

/// A name as it can be shown and saved: its last part, in one line, not too long; its ending stays.
#[must_use]
pub fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    // Characters that turn the direction of text around would hide an ending.
    let kept: String = last.chars().filter(|c| !c.is_control() && !is_trick(*c)).collect();
    let kept = kept.trim().trim_start_matches('.');
    if is_blank(kept) {
        return "file".into();
    }
    let count = kept.chars().count();
    if count <= NAME_CHARS {
        return kept.into();
    }
    let ending =
        kept.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.chars().count() <= 10);
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let stem: String = kept.chars().take(NAME_CHARS - ending.chars().count()).collect();
    stem + &ending
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_for_people_and_lead_nowhere() {
        let long = format!("{}.jpeg", "长".repeat(200));
        for (name, clean) in [
            ("茶叶.png", "茶叶.png"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\li\\order.pdf", "order.pdf"),
            ("a\nb\0.txt", "ab.txt"),
            ("gpj\u{202e}.exe", "gpj.exe"),
            (".profile", "profile"),
            ("", "file"),
            ("///", "file"),
        ] {
            assert_eq!(clean_name(name), clean, "{name:?}");
        }
        let short = clean_name(&long);
        assert!(short.ends_with("长.jpeg") && short.chars().count() == NAME_CHARS, "{short}");
    }
}
