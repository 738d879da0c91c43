//! Where a session may go from where it stands.

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SessionStatus {
    /// Asked for.
    Requested,
    /// Planned.
    Upcoming,
    /// Happening now.
    InProgress,
    /// Took place.
    Completed,
    /// Called off.
    Cancelled,
    /// Moved to another time that is not settled yet.
    Rescheduled,
    /// The client did not come.
    NoShow,
}

impl SessionStatus {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Requested,
        Self::Upcoming,
        Self::InProgress,
        Self::Completed,
        Self::Cancelled,
        Self::Rescheduled,
        Self::NoShow,
    ];

    /// The states it may move to. What took place, was called off or missed is an end: the record of it stays true.
    pub fn moves(self) -> &'static [Self] {
        match self {
            Self::Requested => &[Self::Upcoming, Self::Cancelled],
            Self::Upcoming => &[Self::InProgress, Self::Cancelled, Self::Rescheduled, Self::NoShow],
            Self::InProgress => &[Self::Completed, Self::Cancelled],
            Self::Rescheduled => &[Self::Upcoming, Self::Cancelled],
            Self::Completed | Self::Cancelled | Self::NoShow => &[],
        }
    }

    /// Whether it may move there.
    pub fn may_move_to(self, to: Self) -> bool {
        self.moves().contains(&to)
    }
}

#[cfg(test)]
mod tests {
    use super::SessionStatus;

    #[test]
    fn every_state_is_reached_and_every_path_ends() {
        let mut reached = vec![SessionStatus::Requested];
        let mut next = 0;
        while let Some(state) = reached.get(next).copied() {
            reached
                .extend(state.moves().iter().filter(|to| !reached.contains(to)).copied().collect::<Vec<_>>());
            next += 1;
        }
        assert_eq!(
            reached.len(),
            SessionStatus::ALL.len(),
            "a state nobody can reach is a mistake in the table"
        );
        for state in SessionStatus::ALL {
            assert!(!state.may_move_to(state), "staying is not a move: {state:?}");
            assert!(
                !state.may_move_to(SessionStatus::Requested),
                "nothing returns to a request: {state:?} would lose what happened since"
            );
        }
        let ends = SessionStatus::ALL.into_iter().filter(|state| state.moves().is_empty()).count();
        assert_eq!(ends, 3, "completed, cancelled and missed sessions stay what they are");
    }
}
