//! Clinical rules of Attune that need nothing but their arguments.
//!
//! Owns: drafting a note from a transcript ([`notes`]): facts first, each pointing at the turns it was heard in,
//! then a rendering into a note format; where a session may go from where it stands ([`sessions`]); scoring of
//! screening instruments, and what their scores say ([`screening`]); assessing what is said for risk ([`risk`]), and
//! when an answer starts the risk protocol ([`protocol`]).
//!
//! Never: files, network, clocks, randomness, async, or any wording that the evidence does not carry. Equal input
//! gives equal output.
//!
//! Entry types: [`notes::Turn`], [`notes::extract_facts`], [`notes::Facts`], [`notes::draft`], [`notes::Draft`],
//! [`screening::Instrument`], [`screening::score`], [`risk::Turn`], [`risk::assess`], [`risk::Assessment`].

pub mod notes;
pub mod protocol;
pub mod risk;
pub mod screening;
pub mod sessions;
