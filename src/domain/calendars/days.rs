//! Days as they are calculated with: where time runs evenly, all that is open in any stretch is a difference of two sums.
//! Times here are local, in milliseconds from the first of January 1970 at midnight.

pub(super) const DAY_MS: i64 = 86_400_000;

/// Milliseconds from midnight, the end behind the beginning: past 24 hours it lies on the next day.
pub(super) type Span = (i64, i64);

/// The day of the week, 0 = Monday. Day 0 was a Thursday.
pub(super) const fn weekday(day: i64) -> usize {
    (day + 3).rem_euclid(7) as usize
}

/// What of one day is open, and how much that is: ranges from midnight, apart from one another, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Day {
    ranges: Vec<Span>,
    open: i64,
}

/// A day that is not what its week makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Other {
    number: i64,
    day: Day,
    /// By how much all of these before it are longer than their weeks have them.
    longer_before: i64,
}

/// Every day there is: a week that repeats, and days that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    week: [Day; 7],
    /// What is open in the week before each of its days, and in all of it.
    before: [i64; 8],
    /// In order.
    others: Vec<Other>,
}

impl Day {
    /// A day with ranges of its own, and what the day before left over past midnight.
    fn new(own: &[Span], previous: &[Span]) -> Self {
        let left_over = previous.iter().map(|(from, until)| (from - DAY_MS, until - DAY_MS));
        let mut all: Vec<Span> = own
            .iter()
            .copied()
            .chain(left_over)
            .map(|(from, until)| (from.max(0), until.min(DAY_MS)))
            .filter(|(from, until)| from < until)
            .collect();
        all.sort_unstable();
        let mut ranges: Vec<Span> = Vec::with_capacity(all.len());
        for (from, until) in all {
            match ranges.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(until),
                _ => ranges.push((from, until)),
            }
        }
        let open = ranges.iter().map(|(from, until)| until - from).sum();
        Self { ranges, open }
    }

    /// How much is open before `time`.
    fn open_before(&self, time: i64) -> i64 {
        self.ranges.iter().map(|(from, until)| time.min(*until) - time.min(*from)).sum()
    }

    /// The first time at which `open` of it have passed.
    fn time_of(&self, mut open: i64) -> i64 {
        for (from, until) in &self.ranges {
            if open <= until - from {
                return from + open;
            }
            open -= until - from;
        }
        DAY_MS
    }
}

impl Days {
    pub(super) fn always() -> Self {
        Self::new(&std::array::from_fn(|_| vec![(0, DAY_MS)]), Vec::new())
    }

    /// From the ranges of each day of the week, and of each day that differs, by its number.
    pub(super) fn new(week: &[Vec<Span>; 7], mut special: Vec<(i64, Vec<Span>)>) -> Self {
        special.sort_by_key(|(number, _)| *number);
        special.dedup_by_key(|(number, _)| *number);
        let rules = |number: i64| match special.binary_search_by_key(&number, |(number, _)| *number) {
            Ok(at) => &special[at].1,
            Err(_) => &week[weekday(number)],
        };
        let usual: [Day; 7] = std::array::from_fn(|day| Day::new(&week[day], &week[(day + 6) % 7]));
        // What a day leaves over changes the next one, too.
        let mut numbers: Vec<i64> = special.iter().flat_map(|(number, _)| [*number, number + 1]).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut longer_before = 0;
        let others = numbers.into_iter().map(|number| {
            let day = Day::new(rules(number), rules(number - 1));
            let other = Other { number, day, longer_before };
            longer_before += other.day.open - usual[weekday(number)].open;
            other
        });
        let others = others.collect();
        let mut before = [0; 8];
        for day in 0..7 {
            before[day + 1] = before[day] + usual[day].open;
        }
        Self { week: usual, before, others }
    }

    fn day(&self, number: i64) -> &Day {
        match self.others.binary_search_by_key(&number, |other| other.number) {
            Ok(at) => &self.others[at].day,
            Err(_) => &self.week[weekday(number)],
        }
    }

    /// How much is open before a day, from some day on.
    fn open_before_day(&self, number: i64) -> i64 {
        let at = self.others.partition_point(|other| other.number < number);
        let longer = at.checked_sub(1).map_or(0, |last| {
            let Other { number, day, longer_before } = &self.others[last];
            longer_before + day.open - self.week[weekday(*number)].open
        });
        (number + 3).div_euclid(7) * self.before[7] + self.before[weekday(number)] + longer
    }

    fn open_before(&self, at: i64) -> i64 {
        let number = at.div_euclid(DAY_MS);
        self.open_before_day(number) + self.day(number).open_before(at.rem_euclid(DAY_MS))
    }

    pub(super) fn is_open(&self, at: i64) -> bool {
        let time = at.rem_euclid(DAY_MS);
        self.day(at.div_euclid(DAY_MS)).ranges.iter().any(|(from, until)| (*from..*until).contains(&time))
    }

    /// How much is open from `from` until `until`.
    pub(super) fn open(&self, from: i64, until: i64) -> i64 {
        self.open_before(until) - self.open_before(from)
    }

    /// When `open` more have passed since `from`, which they have before `until`.
    pub(super) fn time_after(&self, from: i64, open: i64, until: i64) -> i64 {
        let wanted = self.open_before(from) + open;
        // The last day before which less than that is open.
        let (mut low, mut high) = (from.div_euclid(DAY_MS), until.div_euclid(DAY_MS));
        while low < high {
            let middle = low + (high - low + 1) / 2;
            if self.open_before_day(middle) < wanted {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        low * DAY_MS + self.day(low).time_of(wanted - self.open_before_day(low))
    }

    /// When it is next open, or next closed, at or after `from` and before `until`.
    pub(super) fn next(&self, open: bool, from: i64, until: i64) -> Option<i64> {
        for number in from.div_euclid(DAY_MS)..=until.div_euclid(DAY_MS) {
            let midnight = number * DAY_MS;
            let earliest = from.max(midnight);
            let mut at = earliest;
            // What is not open lies before, between and behind the ranges.
            for (opens, closes) in &self.day(number).ranges {
                let (opens, closes) = (midnight + opens, midnight + closes);
                if closes <= at {
                    continue;
                }
                if open {
                    return Some(opens.max(at)).filter(|at| *at < until);
                }
                if at < opens {
                    break;
                }
                at = closes;
            }
            if !open && at < midnight + DAY_MS {
                return Some(at).filter(|at| *at < until);
            }
        }
        None
    }
}
