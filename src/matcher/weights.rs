//! Weights.
use super::rank::Weights;
/// shipped
pub static SHIPPED: [Weights; 2] = [
    Weights { order: [1.0; 22], sure: [0.1; 32], honest: [1.0, 0.0] },
    Weights { order: [1.0; 22], sure: [0.1; 32], honest: [1.0, 0.0] },
];
