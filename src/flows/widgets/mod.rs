//! What happens to widgets.

pub mod update_widget;
