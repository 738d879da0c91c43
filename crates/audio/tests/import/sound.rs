//! Generated sound, and what tests measure in the result.

use audio::{CancelToken, ImportError, Imported, Recording};
use std::f64::consts::TAU;
use std::io::Cursor;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// An imported recording with its samples.
pub(crate) struct Result16k {
    pub(crate) imported: Imported,
    pub(crate) pcm: Vec<i16>,
}

impl Result16k {
    /// One channel, full scale 1.
    pub(crate) fn channel(&self, index: usize) -> Vec<f64> {
        self.pcm.iter().skip(index).step_by(self.imported.channels).map(|s| f64::from(*s) / 32768.0).collect()
    }
}

pub(crate) fn import(bytes: Vec<u8>, extension: Option<&str>) -> Result<Result16k, ImportError> {
    let mut pcm: Vec<i16> = Vec::new();
    let recording = Recording::open(Box::new(Cursor::new(bytes)), extension, &CancelToken::new())?;
    let channels = recording.channels();
    let imported = recording.import(&mut pcm, &mut |_| {})?;
    assert_eq!(channels, imported.channels, "the channel count is known before the sink exists");
    assert_eq!(pcm.len() as u64, imported.frames * channels as u64, "all frames reach the sink");
    Ok(Result16k { imported, pcm })
}

/// A sine of half full scale in each channel, of the frequency given for it.
pub(crate) fn tones(rate: u32, seconds: f64, hertz: &[f64]) -> Vec<f32> {
    let frames = (f64::from(rate) * seconds).round() as usize;
    let sample = |frame: usize, hz: &f64| (0.5 * (TAU * hz * frame as f64 / f64::from(rate)).sin()) as f32;
    (0..frames).flat_map(|frame| hertz.iter().map(move |hz| sample(frame, hz))).collect()
}

/// A 16-bit WAV file.
pub(crate) fn wav(rate: u32, channels: u16, samples: &[f32]) -> Vec<u8> {
    let spec = hound::WavSpec {
        channels,
        sample_rate: rate,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut bytes = Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
    for sample in samples {
        writer.write_sample((sample * 32767.0).round() as i16).unwrap();
    }
    writer.finalize().unwrap();
    bytes.into_inner()
}

/// Amplitude of one frequency and the RMS of everything else, at 16 kHz, leaving out the edges.
pub(crate) fn measure(sound: &[f64], hertz: f64) -> (f64, f64) {
    let edge = (sound.len() / 8).min(4000);
    let inner = &sound[edge..sound.len() - edge];
    let (mut ss, mut cc, mut sc, mut xs, mut xc) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (n, x) in inner.iter().enumerate() {
        let (s, c) = (TAU * hertz * n as f64 / 16_000.0).sin_cos();
        (ss, cc, sc) = (ss + s * s, cc + c * c, sc + s * c);
        (xs, xc) = (xs + x * s, xc + x * c);
    }
    let det = ss * cc - sc * sc;
    let (a, b) = ((xs * cc - xc * sc) / det, (xc * ss - xs * sc) / det);
    let rest = inner.iter().enumerate().map(|(n, x)| {
        let (s, c) = (TAU * hertz * n as f64 / 16_000.0).sin_cos();
        (x - a * s - b * c).powi(2)
    });
    (a.hypot(b), (rest.sum::<f64>() / inner.len() as f64).sqrt())
}

pub(crate) fn rms(sound: &[f64]) -> f64 {
    (sound.iter().map(|x| x * x).sum::<f64>() / sound.len().max(1) as f64).sqrt()
}

pub(crate) fn db(ratio: f64) -> f64 {
    20.0 * ratio.max(1e-12).log10()
}

/// What ffmpeg makes of a WAV file, or None (said aloud) where it is not installed or lacks the encoder.
pub(crate) fn ffmpeg(wav: &[u8], extension: &str, arguments: &[&str]) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("in.wav"), folder.path().join(format!("out.{extension}")));
    std::fs::write(&from, wav).unwrap();
    let run = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-i"])
        .arg(&from)
        .args(arguments)
        .arg(&to)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match run {
        Ok(status) if status.success() => Some(std::fs::read(&to).unwrap()),
        _ => {
            println!("skipped: ffmpeg cannot make .{extension} with {arguments:?} here");
            None
        }
    }
}

/// A folder of the shared data, or None (said aloud) where it is absent.
pub(crate) fn shared(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(folder);
    if !path.is_dir() {
        println!("skipped: shared data absent");
        return None;
    }
    Some(path)
}
