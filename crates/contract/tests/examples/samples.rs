use contract::ClientId;
use contract::samples::*;

use super::{Group, id};

pub(super) fn group() -> Group {
    Group::default().command(
        vec![AddSampleData {}],
        vec![SampleData { clients: vec![ClientId(id(10)), ClientId(id(11))] }],
    )
}
