//! Whether two answers say the same. Where that cannot be told, nothing follows from them.

use std::collections::BTreeSet;

use super::shape::Shape;
use crate::text::pieces::{Script, pieces};

/// Share of the shorter answer's words that the other has, from which they say the same, and up to which they do not.
const ALIKE: f32 = 0.5;
const UNLIKE: f32 = 0.15;
/// The same for what is meant.
const MEANT_ALIKE: f32 = 0.85;
const MEANT_UNLIKE: f32 = 0.55;
/// Characters that an answer has at least, to be compared at all.
const CHARS_MIN: usize = 6;

/// What two answers are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// They say the same.
    Alike,
    /// They say something else.
    Unlike,
    /// Nobody can tell.
    Unsure,
}

/// Short numbers that an answer names: days, prices, shares. Long ones name an order, not a rule.
fn numbers(text: &str) -> BTreeSet<String> {
    let of_pieces = pieces(text, true)
        .into_iter()
        .filter(|piece| piece.kind == Script::Number && piece.chars.len() <= 4)
        .map(|piece| piece.form());
    let mut found: BTreeSet<String> = of_pieces.collect();
    // Days and the like, written out.
    let signs = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    let units = ['天', '日', '月', '年', '元', '块', '折', '周', '倍'];
    let chars: Vec<char> = text.chars().collect();
    for pair in chars.windows(2) {
        if let Some(at) = signs.iter().position(|sign| *sign == pair[0])
            && units.contains(&pair[1])
        {
            found.insert((at + 1).to_string());
        }
    }
    found
}

/// Share of the smaller text's weight that the larger one has.
fn contained(one: &Shape, other: &Shape) -> f32 {
    let sum = |shape: &Shape| shape.grams.iter().map(|(_, weight)| weight).sum::<f32>();
    let smaller = sum(one).min(sum(other));
    if smaller <= 0.0 {
        return 0.0;
    }
    let shared: f32 = one
        .grams
        .iter()
        .filter_map(|(gram, weight)| {
            let at = other.grams.binary_search_by_key(gram, |(there, _)| *there).ok()?;
            Some(weight.min(other.grams[at].1))
        })
        .sum();
    shared / smaller
}

/// Compares what a person answered with what the entry says; shapes may tell what is meant.
#[must_use]
pub fn compare((said, shape): (&str, &Shape), (kept, kept_shape): (&str, &Shape)) -> Likeness {
    if said.chars().count() < CHARS_MIN || kept.chars().count() < CHARS_MIN {
        return Likeness::Unsure;
    }
    let words = contained(shape, kept_shape);
    let meant = shape.means_like(kept_shape);
    let (ours, theirs) = (numbers(said), numbers(kept));
    let contradicts = !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs);
    let near = words >= ALIKE || meant.is_some_and(|meant| meant >= MEANT_ALIKE);
    let far = words <= UNLIKE && meant.is_none_or(|meant| meant <= MEANT_UNLIKE);
    match (near, far) {
        // The same matter with other figures is the conflict that costs most.
        (_, false) if contradicts && words >= UNLIKE => Likeness::Unlike,
        (true, _) => Likeness::Alike,
        (false, true) => Likeness::Unlike,
        (false, false) => Likeness::Unsure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_compared_by_what_they_say() {
        for (one, other, expected) in [
            ("支持七天无理由退货，请保持包装完好", "我们支持七天无理由退货，包装完好即可申请", Likeness::Alike),
            ("七天内可以退货", "30天内可以退货", Likeness::Unlike),
            ("7 天内可以退货", "七天内都可以退货的哦", Likeness::Alike),
            ("满 99 元包邮", "满 199 元包邮", Likeness::Unlike),
            ("今天下午发货", "支持花呗分期付款", Likeness::Unlike),
            ("可以", "支持花呗分期付款", Likeness::Unsure),
            ("You can return it within 30 days.", "Returns are accepted within 30 days of delivery.", Likeness::Alike),
            ("You can return it within 14 days.", "You can return items within 30 days.", Likeness::Unlike),
            ("Our office is in Leeds.", "Refunds take five working days.", Likeness::Unlike),
        ] {
            let found = compare((one, &Shape::of(one)), (other, &Shape::of(other)));
            assert_eq!(found, expected, "{one} / {other}: {}", contained(&Shape::of(one), &Shape::of(other)));
        }
    }
}
