use super::{AUDIO_CONTEXT, ModelHeader, TEXT_CONTEXT};

/// How a tensor's numbers are stored. Only what whisper.cpp can use for whisper models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TensorType {
    F32,
    F16,
    Q4_0,
    Q4_1,
    Q5_0,
    Q5_1,
    Q8_0,
    Q2K,
    Q3K,
    Q4K,
    Q5K,
    Q6K,
}

impl TensorType {
    /// From the number in the file's header (`ggml_ftype`).
    pub(super) fn of_file(number: u32) -> Option<Self> {
        Some(match number {
            0 => Self::F32,
            1 => Self::F16,
            2 => Self::Q4_0,
            3 => Self::Q4_1,
            7 => Self::Q8_0,
            8 => Self::Q5_0,
            9 => Self::Q5_1,
            10 => Self::Q2K,
            11 => Self::Q3K,
            12 => Self::Q4K,
            13 => Self::Q5K,
            14 => Self::Q6K,
            _ => return None,
        })
    }

    /// From the number in a tensor's header (`ggml_type`), which counts differently.
    pub(super) fn of_tensor(number: u32) -> Option<Self> {
        Some(match number {
            0 => Self::F32,
            1 => Self::F16,
            2 => Self::Q4_0,
            3 => Self::Q4_1,
            6 => Self::Q5_0,
            7 => Self::Q5_1,
            8 => Self::Q8_0,
            10 => Self::Q2K,
            11 => Self::Q3K,
            12 => Self::Q4K,
            13 => Self::Q5K,
            14 => Self::Q6K,
            _ => return None,
        })
    }

    /// Numbers per block and bytes per block.
    fn block(self) -> (u64, u64) {
        match self {
            Self::F32 => (1, 4),
            Self::F16 => (1, 2),
            Self::Q4_0 => (32, 18),
            Self::Q4_1 => (32, 20),
            Self::Q5_0 => (32, 22),
            Self::Q5_1 => (32, 24),
            Self::Q8_0 => (32, 34),
            Self::Q2K => (256, 84),
            Self::Q3K => (256, 110),
            Self::Q4K => (256, 144),
            Self::Q5K => (256, 176),
            Self::Q6K => (256, 210),
        }
    }

    /// Bytes of a tensor of this shape; none if a row is not a whole number of blocks or the size is absurd.
    pub(super) fn bytes_of(self, shape: [u32; 3]) -> Option<u64> {
        let (numbers, bytes) = self.block();
        if !u64::from(shape[0]).is_multiple_of(numbers) {
            return None;
        }
        let count = shape.iter().try_fold(1u64, |count, length| count.checked_mul(u64::from(*length)))?;
        // whisper.cpp multiplies lengths in 32 bits with a sign.
        i32::try_from(count).ok()?;
        Some(count / numbers * bytes)
    }
}

pub(super) struct ExpectedTensor {
    pub(super) shape: [u32; 3],
    pub(super) kind: TensorType,
}

/// The tensors whisper.cpp creates for a network of this shape; a file must hold each exactly once.
pub(super) fn expected_tensors(header: &ModelHeader) -> impl Iterator<Item = (String, ExpectedTensor)> {
    let ModelHeader { state, mels, vocabulary, weights, .. } = *header;
    let convolution = if weights == TensorType::F32 { TensorType::F32 } else { TensorType::F16 };
    let f32 = TensorType::F32;
    let named = [
        ("encoder.positional_embedding", [state, AUDIO_CONTEXT, 1], f32),
        ("encoder.conv1.weight", [3, mels, state], convolution),
        ("encoder.conv1.bias", [1, state, 1], f32),
        ("encoder.conv2.weight", [3, state, state], convolution),
        ("encoder.conv2.bias", [1, state, 1], f32),
        ("encoder.ln_post.weight", [state, 1, 1], f32),
        ("encoder.ln_post.bias", [state, 1, 1], f32),
        ("decoder.positional_embedding", [state, TEXT_CONTEXT, 1], f32),
        ("decoder.token_embedding.weight", [state, vocabulary, 1], weights),
        ("decoder.ln.weight", [state, 1, 1], f32),
        ("decoder.ln.bias", [state, 1, 1], f32),
    ]
    .into_iter()
    .map(|(name, shape, kind)| (name.to_owned(), ExpectedTensor { shape, kind }));
    let encoder =
        (0..header.audio_layers).flat_map(move |layer| block("encoder", layer, &["attn"], state, weights));
    let decoder = (0..header.text_layers)
        .flat_map(move |layer| block("decoder", layer, &["attn", "cross_attn"], state, weights));
    named.chain(encoder).chain(decoder)
}

fn block(
    side: &str,
    layer: u32,
    attentions: &[&str],
    state: u32,
    weights: TensorType,
) -> Vec<(String, ExpectedTensor)> {
    let mut tensors = Vec::new();
    let mut add = |name: String, shape: [u32; 3]| {
        let kind = if shape[1] == 1 { TensorType::F32 } else { weights };
        tensors.push((format!("{side}.blocks.{layer}.{name}"), ExpectedTensor { shape, kind }));
    };
    add("mlp_ln.weight".into(), [state, 1, 1]);
    add("mlp_ln.bias".into(), [state, 1, 1]);
    add("mlp.0.weight".into(), [state, 4 * state, 1]);
    add("mlp.0.bias".into(), [4 * state, 1, 1]);
    add("mlp.2.weight".into(), [4 * state, state, 1]);
    add("mlp.2.bias".into(), [state, 1, 1]);
    for attention in attentions {
        add(format!("{attention}_ln.weight"), [state, 1, 1]);
        add(format!("{attention}_ln.bias"), [state, 1, 1]);
        for part in ["query", "key", "value", "out"] {
            add(format!("{attention}.{part}.weight"), [state, state, 1]);
            // The key has no bias in Whisper.
            if part != "key" {
                add(format!("{attention}.{part}.bias"), [state, 1, 1]);
            }
        }
    }
    tensors
}
