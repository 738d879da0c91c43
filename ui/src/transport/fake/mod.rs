//! Invented data in memory.
use super::Purpose;
use contract::ApiError;

pub async fn call(_name: &str, _body: &str) -> Result<String, ApiError> {
    Err(super::unreachable())
}
pub async fn stream(_name: &str, _body: &str, _hear: &mut dyn FnMut(&str)) -> Result<String, ApiError> {
    Err(super::unreachable())
}
pub async fn pick_file(_purpose: Purpose) -> Result<String, ApiError> {
    Err(super::unreachable())
}
