//! Model files: what the check of their structure takes and refuses, and how they are installed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod support;

use std::io::Cursor;

use proptest::prelude::*;
use speech::catalogue::{find, identify, install_from_file, installed, verify};
use speech::model_header::{HeaderError, read_header};
use speech::{CancelToken, Identified, Identity, InstalledState, ModelError, ModelKind, Unlisted};
use support::*;

fn demo() -> &'static [u8] {
    static DEMO: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    DEMO.get_or_init(|| std::fs::read(fixture("attune-tiny-therapy.bin")).unwrap())
}

/// Offset of the first tensor's header in the demo model.
const TENSORS: usize = 586_218;

#[test]
fn the_demo_model_passes_and_files_without_weights_do_not() {
    let header = read_header(Cursor::new(demo())).unwrap();
    assert_eq!((header.state, header.audio_layers, header.text_layers), (128, 2, 3), "the demo's shape");
    assert!(!header.is_multilingual(), "the demo model is English-only");
    let vocabulary_only = read_header(Cursor::new(&demo()[..TENSORS]));
    assert!(matches!(vocabulary_only, Err(HeaderError::NoWeights)), "no weights is not a model");
    if let Some(path) = shared("models/for-tests-ggml-tiny.en.bin") {
        let file = std::fs::File::open(path).unwrap();
        assert!(matches!(read_header(file), Err(HeaderError::NoWeights)), "a vocabulary is not a model");
    }
}

/// The demo model with its 2-dimensional weights stored as 8-bit blocks, as whisper.cpp's quantiser would.
fn quantised() -> Vec<u8> {
    let u32_at = |at: usize| u32::from_le_bytes(demo()[at..at + 4].try_into().unwrap());
    let mut file = demo()[..TENSORS].to_vec();
    file[44..48].copy_from_slice(&2007u32.to_le_bytes());
    let mut at = TENSORS;
    while at < demo().len() {
        let (dimensions, name_bytes, kind) = (u32_at(at) as usize, u32_at(at + 4) as usize, u32_at(at + 8));
        let head = 12 + 4 * dimensions + name_bytes;
        let count: u32 = (0..dimensions).map(|index| u32_at(at + 12 + 4 * index)).product();
        let quantise = kind == 1 && dimensions == 2;
        file.extend_from_slice(&demo()[at..at + 8]);
        file.extend_from_slice(&if quantise { 8u32 } else { kind }.to_le_bytes());
        file.extend_from_slice(&demo()[at + 12..at + head]);
        let bytes = count as usize * if kind == 0 { 4 } else { 2 };
        let stored = if quantise { count as usize / 32 * 34 } else { bytes };
        file.extend(std::iter::repeat_n(0u8, stored));
        at += head + bytes;
    }
    file
}

#[test]
fn quantised_weights_are_known() {
    let mut file = quantised();
    assert!(read_header(Cursor::new(&file)).is_ok(), "8-bit blocks are a valid type");
    file[44..48].copy_from_slice(&2002u32.to_le_bytes());
    let other = read_header(Cursor::new(&file));
    assert!(matches!(other, Err(HeaderError::Tensor { .. })), "tensors must have the type the file claims");
}

#[test]
fn repeated_and_trailing_tensors_are_refused() {
    let twice = [demo(), &demo()[TENSORS..]].concat();
    assert!(matches!(read_header(Cursor::new(twice)), Err(HeaderError::Tensor { .. })), "a tensor twice");
    let trailing = [demo(), b"x"].concat();
    assert!(matches!(read_header(Cursor::new(trailing)), Err(HeaderError::Truncated)), "bytes at the end");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_cut_model_is_refused(share in 0.0f64..1.0) {
        let length = (demo().len() as f64 * share) as usize;
        prop_assert!(read_header(Cursor::new(&demo()[..length])).is_err(), "{length} bytes are not all");
    }

    #[test]
    fn wild_numbers_in_the_header_are_refused(field in 0usize..14, value in any::<u32>()) {
        let mut file = demo().to_vec();
        let at = field * 4;
        let unchanged = file[at..at + 4] == value.to_le_bytes();
        file[at..at + 4].copy_from_slice(&value.to_le_bytes());
        // Only the version of a quantisation says nothing about a file that has none.
        let harmless = field == 11 && value % 1000 == 1 && value / 1000 <= 2;
        prop_assert!(unchanged || harmless || read_header(Cursor::new(file)).is_err(), "field {field} is bounded");
    }

    #[test]
    fn flipped_bytes_never_panic(flips in proptest::collection::vec((0usize..17_426_838, any::<u8>()), 1..40)) {
        let mut file = demo().to_vec();
        for (at, value) in flips {
            file[at] = value;
        }
        let _ = read_header(Cursor::new(file));
    }

    #[test]
    fn flips_in_a_tensor_header_are_refused(offset in 0usize..44, value in any::<u8>()) {
        let mut file = demo().to_vec();
        let unchanged = file[TENSORS + offset] == value;
        file[TENSORS + offset] = value;
        prop_assert!(unchanged || read_header(Cursor::new(file)).is_err(), "byte {offset} is checked");
    }
}

fn no_progress(_: speech::CopyProgress) {}

#[test]
fn a_listed_model_is_installed_verified_and_watched() {
    let folder = tempfile::tempdir().unwrap();
    let models = folder.path().join("models");
    assert!(installed(&models).unwrap().is_empty(), "an absent folder holds no models");
    let source = fixture("attune-tiny-therapy.bin");
    assert_eq!(identify(&source).unwrap(), Identified::Listed(find("attune-demo").unwrap()), "by its hash");

    let mut last = None;
    let mut on_progress = |progress| last = Some(progress);
    let model =
        install_from_file(&source, &models, Unlisted::Refuse, &mut on_progress, &CancelToken::new()).unwrap();
    assert_eq!(model.kind(), ModelKind::Demo, "the demo model is always known as such");
    let last = last.unwrap();
    assert_eq!(last.done_bytes, last.total_bytes, "progress ends at the end");
    assert_eq!(installed(&models).unwrap(), std::slice::from_ref(&model), "it is listed as installed");

    let bytes = std::fs::read(&model.file.path).unwrap();
    std::fs::write(&model.file.path, &bytes[..bytes.len() - 1]).unwrap();
    let listed = installed(&models).unwrap();
    assert_eq!(listed[0].state, InstalledState::Changed, "a touched file is not trusted");
    let refused = verify(&listed[0], &CancelToken::new());
    assert!(matches!(refused, Err(ModelError::HashMismatch)), "a damaged file does not verify");
    std::fs::write(&model.file.path, &bytes).unwrap();
    let mended = verify(&installed(&models).unwrap()[0], &CancelToken::new()).unwrap();
    assert_eq!(mended.state, InstalledState::Verified, "the right bytes verify again");
    assert_eq!(installed(&models).unwrap(), [mended], "and stay verified");
}

#[test]
fn unlisted_malformed_and_cancelled_installations_leave_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let models = folder.path().join("models");
    let own = folder.path().join("our practice.bin");
    std::fs::write(&own, quantised()).unwrap();
    let bad = folder.path().join("bad.bin");
    std::fs::write(&bad, &demo()[..4_000_000]).unwrap();
    let cancelled = CancelToken::new();
    cancelled.cancel();
    let install = |path, unlisted, cancel: &CancelToken| {
        install_from_file(path, &models, unlisted, &mut no_progress, cancel)
    };
    let go = CancelToken::new();
    assert!(
        matches!(install(&own, Unlisted::Refuse, &go), Err(ModelError::Unlisted { .. })),
        "not in the list"
    );
    assert!(matches!(install(&bad, Unlisted::Allow, &go), Err(ModelError::Header(_))), "not a whole model");
    assert!(matches!(install(&own, Unlisted::Allow, &cancelled), Err(ModelError::Cancelled)), "cancelled");
    assert_eq!(std::fs::read_dir(&models).unwrap().count(), 0, "failed installations leave no file");

    let model = install(&own, Unlisted::Allow, &go).unwrap();
    assert_eq!(model.identity, Identity::Unlisted { label: "our practice.bin".into() }, "known by its name");
    assert_eq!(installed(&models).unwrap(), [model], "an allowed model is listed");
}
