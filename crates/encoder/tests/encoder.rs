//! Pieces and answers against two independent implementations, and what must hold for any bytes.

use encoder::{Network, Token, Vocabulary};
use proptest::prelude::*;
use serde_json::Value;

fn tiny() -> Network {
    Network::parse(include_bytes!("data/tiny.safetensors")).expect("the tiny network is one")
}

fn vocabulary() -> Vocabulary {
    Vocabulary::parse(include_str!("../../clinical/data/word_pieces.txt")).expect("the vocabulary is one")
}

/// The expected pieces were made with the `tokenizers` library and the same vocabulary.
#[test]
fn text_is_cut_as_the_reference_cuts_it() {
    let vocabulary = vocabulary();
    let cases: Value = serde_json::from_str(include_str!("data/pieces.json")).expect("the cases are JSON");
    for case in cases.as_array().expect("a list of cases") {
        let text = case["text"].as_str().expect("a text");
        let expected: Vec<u64> =
            case["pieces"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        let pieces: Vec<u64> = vocabulary.pieces(text).into_iter().map(u64::from).collect();
        assert_eq!(pieces, expected, "the pieces of {text:?}");
    }
}

/// The expected answers were computed in 64 bits from the same tables (attention, normalisation and pooling written anew).
#[test]
fn answers_are_those_of_the_reference() {
    let network = tiny();
    let cases: Value = serde_json::from_str(include_str!("data/tiny.json")).expect("the cases are JSON");
    for case in cases.as_array().expect("a list of cases") {
        let number = |value: &Value| u32::try_from(value.as_u64().unwrap_or_default()).unwrap_or_default();
        let tokens: Vec<Token> = case["tokens"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|token| Token { piece: number(&token[0]), kind: u8::from(number(&token[1]) == 1) })
            .collect();
        let expected: Vec<f64> =
            case["answers"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        let answers = network.read(&tokens);
        assert_eq!(answers.len(), expected.len(), "one answer for each row of the last layer");
        for (answer, expected) in answers.iter().zip(&expected) {
            assert!((f64::from(*answer) - expected).abs() < 1e-3, "{answers:?} is not {expected:?}");
        }
    }
}

#[test]
fn weights_that_are_no_network_are_refused() {
    let whole: &[u8] = include_bytes!("data/tiny.safetensors");
    assert!(Network::parse(&[]).is_err(), "nothing is no network");
    for end in (0..whole.len()).step_by(997) {
        assert!(Network::parse(&whole[..end]).is_err(), "{end} bytes of the weights are no network");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,300}", kind in 0_u8..4) {
        let pieces = vocabulary().pieces(&text);
        let tokens: Vec<Token> = pieces.iter().map(|piece| Token { piece: *piece, kind }).collect();
        let answers = tiny().read(&tokens);
        prop_assert!(answers.iter().all(|answer| answer.is_finite()), "pieces beyond the table are read as its last");
        prop_assert_eq!(answers.is_empty(), tokens.is_empty(), "only nothing has no answer");
    }

    #[test]
    fn damaged_weights_do_no_harm(at in 0_usize..80_000, byte in any::<u8>()) {
        let mut bytes = include_bytes!("data/tiny.safetensors").to_vec();
        let at = at % bytes.len();
        bytes[at] = byte;
        if let Ok(network) = Network::parse(&bytes) {
            let _ = network.read(&[Token { piece: 1, kind: 0 }, Token { piece: 2, kind: 1 }]);
        }
    }
}
