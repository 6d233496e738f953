//! What a group saves once it is answered, by which groups are ordered; and what share of questions the FAQ would answer then.

/// Minutes that a question takes where none was measured.
pub const MINUTES: f32 = 3.0;

/// Figures of a group.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Figures {
    /// Questions within 30 days.
    pub asked: i64,
    /// Of them with a person's answer.
    pub answered: i64,
    /// Questions within 7 days, and within the 7 before.
    pub week: i64,
    /// As said.
    pub week_before: i64,
}

impl Figures {
    /// Minutes that an answer saves in 30 days, where one question takes so many.
    #[must_use]
    pub fn saves(self, minutes: f32) -> f32 {
        // Nobody's answer is known of a new group; it is worth a look all the same.
        let share = (self.answered as f32 + 0.5) / (self.asked as f32 + 1.0);
        self.asked as f32 * share.min(1.0) * minutes
    }

    /// Change from the week before: 0.5 is half as many again; 1 where there was none before.
    #[must_use]
    pub fn trend(self) -> f32 {
        match (self.week, self.week_before) {
            (0, 0) => 0.0,
            (_, 0) => 1.0,
            (now, before) => ((now - before) as f32 / before as f32).clamp(-1.0, 9.9),
        }
    }
}

/// Median of the minutes that questions took; [`MINUTES`] of none.
#[must_use]
pub fn median_minutes(mut took_ms: Vec<i64>) -> f32 {
    if took_ms.is_empty() {
        return MINUTES;
    }
    let middle = took_ms.len() / 2;
    let (_, median, _) = took_ms.select_nth_unstable(middle);
    (*median as f32 / 60_000.0).clamp(0.5, 60.0)
}

/// Share of `asked` questions that the FAQ answers: now, and after groups of these sizes were answered.
#[must_use]
pub fn rates(known: i64, asked: i64, groups: &[i64]) -> (f32, f32) {
    if asked <= 0 {
        return (0.0, 0.0);
    }
    let share = |known: i64| (known as f32 / asked as f32).clamp(0.0, 1.0);
    (share(known), share(known + groups.iter().sum::<i64>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_saves_most_comes_first() {
        let figures = |asked, answered| Figures { asked, answered, ..Figures::default() };
        let order = [figures(40, 38), figures(12, 12), figures(40, 10), figures(1, 1), figures(12, 0)];
        let saved: Vec<f32> = order.iter().map(|one| one.saves(3.0)).collect();
        assert!(saved.is_sorted_by(|one, next| one > next), "{saved:?}");
        assert!(figures(0, 0).saves(3.0).abs() < f32::EPSILON);
        assert!(figures(10, 5).saves(6.0) > figures(10, 5).saves(3.0));
    }

    #[test]
    fn trends_medians_and_rates() {
        for (week, week_before, trend) in [(0, 0, 0.0), (3, 0, 1.0), (6, 4, 0.5), (2, 4, -0.5), (0, 4, -1.0)] {
            let figures = Figures { week, week_before, ..Figures::default() };
            assert!((figures.trend() - trend).abs() < 1e-6, "{week} after {week_before}");
        }
        assert!((median_minutes(vec![]) - MINUTES).abs() < f32::EPSILON);
        assert!((median_minutes(vec![60_000, 120_000, 6_000_000]) - 2.0).abs() < f32::EPSILON);
        let (now, then) = rates(38, 100, &[4, 3, 1]);
        assert!((now - 0.38).abs() < 1e-6 && (then - 0.46).abs() < 1e-6);
        assert_eq!(rates(0, 0, &[3]), (0.0, 0.0));
    }
}
