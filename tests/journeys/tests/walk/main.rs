//! The journeys. Each starts processes of its own and ends them; they may run side by side.

mod canary;
mod filling;
mod main_job;
mod results;
mod security;
