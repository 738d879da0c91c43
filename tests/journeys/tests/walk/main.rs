//! The journeys. Each starts processes of its own and ends them; they may run side by side.

mod canary;
mod main_job;
mod security;
