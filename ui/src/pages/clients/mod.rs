//! Clients: the caseload and one client's record.
