//! Bringing in histories of another desk. A file is read off the writer in bounded pieces; each piece is one unit, in which its
//! lines, what became of them, and how far the file is read are stored together, so that a kill between any two loses and doubles
//! nothing. Entries keep their dates and are told to no live link, clock, routing or notice: their events say that they were
//! brought in. When it is over, agents' clients load anew.

pub mod importing;
pub mod keep;
pub mod manage;
pub mod reader;
pub mod run;
