//! The dashboard as a pure machine: a `Model`, what arrived (`Msg`), what is to be done about it (`Effect`), and a view.
//!
//! Depends on `domain` alone; ratatui is known under `view` only, the terminal nowhere. `runtime` feeds it messages, performs
//! its effects and shows its frames; `cli` uses its texts.

pub mod act_form;
pub mod acts;
pub mod boards;
pub mod case_page;
pub mod cells;
pub mod countdown;
pub mod effect;
pub mod finder;
pub mod inflow;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod mode;
pub mod model;
pub mod month;
pub mod msg;
pub mod notice;
pub mod queue;
pub mod text;
pub mod text_field;
pub mod typed_time;
pub mod update;
pub mod view;
pub mod welcome;
