//! Sessions: one session from consent to the signed note.
