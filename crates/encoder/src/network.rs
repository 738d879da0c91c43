//! The network: embeddings, layers of self-attention, one linear layer on the mean and the maximum of what they end with.

use ndarray::{Array1, Array2, ArrayView2, Axis, Slice};
use safetensors::tensor::{Dtype, SafeTensors, TensorView};

use crate::Token;

/// Width of one attention head.
const HEAD: usize = 32;
/// Keeps a division by the spread of a constant row finite.
const SPREAD_FLOOR: f32 = 1e-12;

/// Why weights are not a network.
#[derive(Debug, thiserror::Error)]
pub enum Malformed {
    /// Not the file format.
    #[error("the weights are not in the safetensors format: {0}")]
    Format(#[from] safetensors::SafeTensorError),
    /// A table is of another type or shape than the network needs.
    #[error("the table {0:?} is of another type or shape than the network needs")]
    Table(String),
}

/// A trained network.
///
/// Weights are whole numbers of 8 bits with one scale for each row (`NAME` with `NAME.scale`), or 32-bit floats. The word
/// embeddings stay as they are, since a text looks up few of them; the matrices of the layers are floats in memory.
#[derive(Debug)]
pub struct Network {
    words: Rows,
    positions: Array2<f32>,
    kinds: Array2<f32>,
    first: Norm,
    layers: Vec<Layer>,
    answer: Linear,
}

/// 8-bit rows.
#[derive(Debug)]
struct Rows {
    numbers: Array2<i8>,
    scales: Array1<f32>,
}

#[derive(Debug)]
struct Linear {
    /// One row for each number out.
    weight: Array2<f32>,
    bias: Array1<f32>,
}

#[derive(Debug)]
struct Norm {
    gain: Array1<f32>,
    offset: Array1<f32>,
}

#[derive(Debug)]
struct Layer {
    query: Linear,
    key: Linear,
    value: Linear,
    output: Linear,
    after_attention: Norm,
    up: Linear,
    down: Linear,
    after_feed_forward: Norm,
}

impl Network {
    /// Reads weights.
    pub fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        let file = File(SafeTensors::deserialize(bytes)?);
        let words = file.rows("word")?;
        let width = words.numbers.ncols();
        let mut layers = Vec::new();
        while file.0.tensor(&format!("layers.{}.q.w", layers.len())).is_ok() {
            layers.push(file.layer(layers.len(), width)?);
        }
        let network = Self {
            positions: file.matrix("pos")?,
            kinds: file.matrix("type")?,
            first: file.norm("eln", width)?,
            answer: file.linear("head", 2 * width)?,
            layers,
            words,
        };
        let fits = network.words.numbers.nrows() > 0
            && network.positions.nrows() > 1
            && network.positions.ncols() == width
            && network.kinds.dim() == (2, width)
            && width % HEAD == 0;
        if fits { Ok(network) } else { Err(Malformed::Table("pos".to_owned())) }
    }

    /// The longest text that can be read, in tokens.
    pub fn longest(&self) -> usize {
        self.positions.nrows()
    }

    /// The answers to a text: what the last layer gives, before any scaling to chances. What goes beyond the longest
    /// text is not read; a text without tokens has no answers.
    pub fn read(&self, tokens: &[Token]) -> Vec<f32> {
        let tokens = &tokens[..tokens.len().min(self.longest())];
        if tokens.is_empty() {
            return Vec::new();
        }
        let mut state = Array2::zeros((tokens.len(), self.positions.ncols()));
        for ((mut row, token), position) in
            state.outer_iter_mut().zip(tokens).zip(self.positions.outer_iter())
        {
            row += &self.words.row(token.piece);
            row += &position;
            row += &self.kinds.row(usize::from(token.kind.min(1)));
        }
        self.first.apply(&mut state);
        for layer in &self.layers {
            layer.apply(&mut state);
        }
        let mean = state.mean_axis(Axis(0)).unwrap_or_default();
        let most = state.fold_axis(Axis(0), f32::NEG_INFINITY, |most, value| most.max(*value));
        let ending = ndarray::concatenate![Axis(0), mean, most].insert_axis(Axis(0));
        self.answer.apply(ending.view()).into_raw_vec_and_offset().0
    }
}

impl Rows {
    fn row(&self, place: u32) -> Array1<f32> {
        let place = (place as usize).min(self.numbers.nrows().saturating_sub(1));
        let scale = self.scales[place];
        self.numbers.row(place).mapv(|number| f32::from(number) * scale)
    }
}

impl Linear {
    fn apply(&self, rows: ArrayView2<'_, f32>) -> Array2<f32> {
        rows.dot(&self.weight.t()) + &self.bias
    }
}

impl Norm {
    fn apply(&self, rows: &mut Array2<f32>) {
        for mut row in rows.outer_iter_mut() {
            let mean = row.mean().unwrap_or_default();
            row -= mean;
            let spread = row.iter().map(|value| value * value).sum::<f32>() / count(row.len());
            row /= (spread + SPREAD_FLOOR).sqrt();
            row *= &self.gain;
            row += &self.offset;
        }
    }
}

impl Layer {
    fn apply(&self, state: &mut Array2<f32>) {
        *state += &self.output.apply(self.attend(state).view());
        self.after_attention.apply(state);
        let mut raised = self.up.apply(state.view());
        raised.mapv_inplace(gelu);
        *state += &self.down.apply(raised.view());
        self.after_feed_forward.apply(state);
    }

    fn attend(&self, state: &Array2<f32>) -> Array2<f32> {
        let rows = state.view();
        let (queries, keys, values) = (self.query.apply(rows), self.key.apply(rows), self.value.apply(rows));
        let mut out = Array2::zeros(state.dim());
        for head in 0..state.ncols() / HEAD {
            let part = Slice::from(head * HEAD..(head + 1) * HEAD);
            let of = |all: &Array2<f32>| all.slice_axis(Axis(1), part).to_owned();
            let mut weights = of(&queries).dot(&of(&keys).t()) / count(HEAD).sqrt();
            for mut row in weights.outer_iter_mut() {
                let most = row.fold(f32::NEG_INFINITY, |most, value| most.max(*value));
                row.mapv_inplace(|value| (value - most).exp());
                row /= row.sum();
            }
            out.slice_axis_mut(Axis(1), part).assign(&weights.dot(&of(&values)));
        }
        out
    }
}

/// The Gaussian error linear unit in its form with a hyperbolic tangent (Hendrycks & Gimpel 2016).
fn gelu(x: f32) -> f32 {
    let inner = (2.0 / std::f32::consts::PI).sqrt() * (x + 0.044_715 * x * x * x);
    0.5 * x * (1.0 + inner.tanh())
}

#[expect(clippy::cast_precision_loss, reason = "widths are far below what a float counts exactly")]
fn count(number: usize) -> f32 {
    number as f32
}

/// Named tables.
struct File<'a>(SafeTensors<'a>);

impl File<'_> {
    fn table(&self, name: &str, kind: Dtype) -> Result<TensorView<'_>, Malformed> {
        let table = self.0.tensor(name)?;
        if table.dtype() == kind { Ok(table) } else { Err(Malformed::Table(name.to_owned())) }
    }

    fn floats(&self, name: &str) -> Result<Vec<f32>, Malformed> {
        let table = self.table(name, Dtype::F32)?;
        Ok(table.data().as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
    }

    fn vector(&self, name: &str, length: usize) -> Result<Array1<f32>, Malformed> {
        let vector = Array1::from_vec(self.floats(name)?);
        if vector.len() == length { Ok(vector) } else { Err(Malformed::Table(name.to_owned())) }
    }

    fn matrix(&self, name: &str) -> Result<Array2<f32>, Malformed> {
        let malformed = || Malformed::Table(name.to_owned());
        let [rows, columns] = self.table(name, Dtype::F32)?.shape().try_into().map_err(|_| malformed())?;
        Array2::from_shape_vec((rows, columns), self.floats(name)?).map_err(|_| malformed())
    }

    fn rows(&self, name: &str) -> Result<Rows, Malformed> {
        let malformed = || Malformed::Table(name.to_owned());
        let table = self.table(name, Dtype::I8)?;
        let [rows, columns] = table.shape().try_into().map_err(|_| malformed())?;
        let numbers = table.data().iter().map(|byte| i8::from_le_bytes([*byte])).collect();
        let numbers = Array2::from_shape_vec((rows, columns), numbers).map_err(|_| malformed())?;
        Ok(Rows { numbers, scales: self.vector(&format!("{name}.scale"), rows)? })
    }

    fn linear(&self, name: &str, width: usize) -> Result<Linear, Malformed> {
        let rows = self.rows(&format!("{name}.w"))?;
        if rows.numbers.ncols() != width {
            return Err(Malformed::Table(format!("{name}.w")));
        }
        let weight = rows.numbers.mapv(f32::from) * rows.scales.view().insert_axis(Axis(1));
        Ok(Linear { bias: self.vector(&format!("{name}.b"), weight.nrows())?, weight })
    }

    fn norm(&self, name: &str, width: usize) -> Result<Norm, Malformed> {
        Ok(Norm {
            gain: self.vector(&format!("{name}.g"), width)?,
            offset: self.vector(&format!("{name}.b"), width)?,
        })
    }

    fn layer(&self, at: usize, width: usize) -> Result<Layer, Malformed> {
        let name = |part: &str| format!("layers.{at}.{part}");
        let up = self.linear(&name("f1"), width)?;
        Ok(Layer {
            query: self.linear(&name("q"), width)?,
            key: self.linear(&name("k"), width)?,
            value: self.linear(&name("v"), width)?,
            output: self.linear(&name("o"), width)?,
            after_attention: self.norm(&name("ln1"), width)?,
            down: self.linear(&name("f2"), up.weight.nrows())?,
            up,
            after_feed_forward: self.norm(&name("ln2"), width)?,
        })
    }
}
