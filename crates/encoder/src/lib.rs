//! A small transformer that reads text on the processor.
//!
//! Owns: the vocabulary of word pieces ([`Vocabulary`]) and the network ([`Network`]): embeddings, self-attention layers and
//! one linear layer on what they end with, as in BERT (Devlin et al. 2019). What a network was trained for, and what its
//! answers mean, is the business of whoever holds its weights.
//!
//! Never: trains, reads a file, or uses more than the calling thread. Equal weights and equal text give equal answers on
//! one machine; between processors the last bits of a sum may differ.
//!
//! Entry types: [`Vocabulary`], [`Network`], [`Token`].

mod network;
mod vocabulary;

pub use network::{Malformed, Network};
pub use vocabulary::{Piece, Vocabulary};

/// A piece with whose it is; the network has learned what each kind means.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Token {
    /// The piece's place in the vocabulary.
    pub piece: Piece,
    /// Zero or one: the first or the second speaker.
    pub kind: u8,
}
