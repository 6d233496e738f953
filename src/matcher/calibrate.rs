//! How sure a question has to be in *this* FAQ.
//!
//! Each phrasing is asked as if it were not there, which should still find its entry, and as if its entry were not there,
//! which should find nothing. Factor and addend of the logit that fit best are taken, drawn to those that change nothing, so
//! that a small FAQ keeps what others taught.

use super::rank::probability;

/// How strongly they are drawn, in phrasings.
const PRIOR: f32 = 30.0;
/// How much more the factor is drawn than the addend.
const FACTOR_PRIOR: f32 = 4.0;
/// Steps of Newton's method at most.
const STEPS: usize = 30;

/// What an FAQ makes of a logit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// Factor.
    pub factor: f32,
    /// Addend.
    pub addend: f32,
}

impl Default for Calibration {
    fn default() -> Self {
        Self { factor: 1.0, addend: 0.0 }
    }
}

impl Calibration {
    /// The logit in this FAQ.
    #[must_use]
    pub fn apply(self, logit: f32) -> f32 {
        self.factor * logit + self.addend
    }

    /// Fits logits to whether they were right. `share` is what each counts where not all were asked.
    #[must_use]
    pub fn fit(tried: &[(f32, bool)], share: f32) -> Self {
        let mut fit = Self::default();
        for _ in 0..STEPS {
            // Gradient and curvature of the loss.
            let (mut by_factor, mut by_addend) =
                (2.0 * FACTOR_PRIOR * PRIOR * (fit.factor - 1.0), 2.0 * PRIOR * fit.addend);
            let (mut factor2, mut both, mut addend2) = (2.0 * FACTOR_PRIOR * PRIOR, 0.0, 2.0 * PRIOR);
            for (logit, right) in tried {
                let p = probability(fit.apply(*logit));
                let off = share * (p - f32::from(u8::from(*right)));
                let curve = share * p * (1.0 - p);
                by_factor += off * logit;
                by_addend += off;
                factor2 += curve * logit * logit;
                both += curve * logit;
                addend2 += curve;
            }
            let determinant = factor2 * addend2 - both * both;
            if determinant.abs() < 1e-9 {
                break;
            }
            let step = (
                (by_factor * addend2 - by_addend * both) / determinant,
                (by_addend * factor2 - by_factor * both) / determinant,
            );
            fit.factor = (fit.factor - step.0).clamp(0.2, 3.0);
            fit.addend = (fit.addend - step.1).clamp(-6.0, 6.0);
            if step.0.abs() + step.1.abs() < 1e-4 {
                break;
            }
        }
        fit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_change_little_and_many_change_much() {
        assert_eq!(Calibration::fit(&[], 1.0), Calibration::default());
        let wrong = |count: usize| vec![(1.0, false); count];
        let few = Calibration::fit(&wrong(3), 1.0).apply(1.0);
        let many = Calibration::fit(&wrong(2_000), 1.0).apply(1.0);
        assert!(few < 1.0 && few > 0.8, "{few}");
        assert!(many < -1.5, "{many}");
        let fair: Vec<(f32, bool)> = (0..1_000)
            .map(|n| (1.0, n % 1_000 < 731))
            .chain((0..1_000).map(|n| (-1.0, n % 1_000 < 269)))
            .collect();
        let kept = Calibration::fit(&fair, 1.0);
        assert!((kept.factor - 1.0).abs() < 0.05 && kept.addend.abs() < 0.05, "{kept:?}");
    }
}
