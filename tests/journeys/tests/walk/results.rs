//! Results of screenings: alerts, change, comparison, sets and plans.

use anyhow::Result;
use journeys::{Browser, Front, Window, journey, missing_for_browser, missing_for_window, skip};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_critical_answer_is_seen_first_and_two_screenings_show_what_changed_in_a_browser() -> Result<()> {
    if skip(&missing_for_browser())? {
        return Ok(());
    }
    journey::results(Front::Browser(Box::new(Browser::start().await?))).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_critical_answer_is_seen_first_and_two_screenings_show_what_changed_in_the_window() -> Result<()> {
    if skip(&missing_for_window())? {
        return Ok(());
    }
    journey::results(Front::Window(Box::new(Window::start().await?))).await
}
