//! Clients, consents, sessions, recordings and transcripts.

use base64_of::encode;
use contract::clients::*;
use contract::consents::*;
use contract::recordings::*;
use contract::search::*;
use contract::sessions::*;
use contract::transcripts::*;
use contract::{ApiError, ClientId, ConsentId, Done, ErrorCode, SessionId};

use super::world::{World, missing, now};
use super::{Answer, data};

impl World {
    pub fn session_mut(&mut self, id: SessionId) -> Result<&mut SessionView, ApiError> {
        self.sessions.iter_mut().find(|session| session.id == id).ok_or_else(missing)
    }

    fn client(&self, id: ClientId) -> Result<ClientView, ApiError> {
        let mut client = self.clients.iter().find(|client| client.id == id).cloned().ok_or_else(missing)?;
        client.session_count = self.sessions_of(id).count() as u32;
        Ok(client)
    }

    fn sessions_of(&self, id: ClientId) -> impl Iterator<Item = &SessionView> {
        self.sessions.iter().filter(move |s| s.client.as_ref().is_some_and(|client| client.id == id))
    }

    fn view(&self, id: SessionId) -> Result<SessionView, ApiError> {
        let mut session =
            self.sessions.iter().find(|session| session.id == id).cloned().ok_or_else(missing)?;
        if let Some(client) = &session.client {
            session.client = Some(self.client(client.id)?);
        }
        let client = session.client.as_ref().map(|client| client.id);
        let about = |consent: &&ConsentView| match consent.subject {
            ConsentSubject::Client(id) => Some(id) == client,
            ConsentSubject::Session(session_id) => session_id == id,
        };
        session.consents = self.consents.iter().rev().filter(about).cloned().collect();
        let given = |scope| session.consents.iter().any(|consent| consent.scope == scope && consent.in_force);
        session.may_record = given(ConsentScope::Recording);
        session.may_analyse = given(ConsentScope::Analysis);
        session.moves = moves(session.status);
        session.note =
            self.notes.iter().find(|note| note.session_id == id).map(|note| (note.id, note.status));
        session.jobs = self
            .jobs
            .iter()
            .filter(|job| job.view.session_id == Some(id))
            .map(|job| job.view.clone())
            .collect();
        Ok(session)
    }

    fn summary(&self, session: &SessionView) -> Result<SessionSummary, ApiError> {
        let view = self.view(session.id)?;
        Ok(SessionSummary {
            id: view.id,
            client: view.client.map(|client| (client.id, client.display_name)),
            number: view.number,
            kind: view.details.kind,
            status: view.status,
            at: view.started_at.or(view.details.scheduled_start).unwrap_or(view.created_at),
            recorded: !view.recordings.is_empty(),
            transcribed: view.transcripts.iter().any(|t| t.status == TranscriptStatus::Completed),
            note_status: view.note.map(|(_, status)| status),
            may_record: view.may_record,
        })
    }

    pub fn new_session(
        &mut self,
        client_id: Option<ClientId>,
        details: SessionDetails,
        status: SessionStatus,
    ) -> SessionId {
        let id = SessionId(self.id());
        let client = client_id.and_then(|id| self.client(id).ok());
        let number = client_id.map(|id| self.sessions_of(id).count() as u32 + 1);
        self.sessions.push(SessionView {
            id,
            revision: 1,
            client,
            number,
            status,
            moves: Vec::new(),
            started_at: (status == SessionStatus::InProgress).then(now),
            ended_at: None,
            details,
            consents: Vec::new(),
            may_record: false,
            may_analyse: false,
            recordings: Vec::new(),
            transcripts: Vec::new(),
            note: None,
            jobs: Vec::new(),
            created_at: now(),
        });
        id
    }

    pub fn new_client(&mut self, details: ClientDetails) -> ClientId {
        let id = ClientId(self.id());
        let display_name = display_name(&details);
        let (created_at, updated_at) = (now(), now());
        self.clients.push(ClientView {
            id,
            revision: 1,
            display_name,
            details,
            session_count: 0,
            created_at,
            updated_at,
        });
        id
    }

    pub fn give(&mut self, command: GiveConsent) -> ConsentView {
        let consent = ConsentView {
            id: ConsentId(self.id()),
            subject: command.subject,
            scope: command.scope,
            version: command.version,
            method: command.method,
            given_by: command.given_by,
            given_at: now(),
            recorded_by: self.owner.name.clone(),
            withdrawn_at: None,
            withdrawn_note: None,
            in_force: true,
        };
        self.consents.push(consent.clone());
        consent
    }
}

fn display_name(details: &ClientDetails) -> String {
    let first = if details.preferred_name.is_empty() { &details.given_name } else { &details.preferred_name };
    format!("{first} {}", details.family_name).trim().to_owned()
}

fn moves(status: SessionStatus) -> Vec<SessionStatus> {
    use SessionStatus::{Cancelled, Completed, InProgress, NoShow, Requested, Rescheduled, Upcoming};
    match status {
        Requested | Rescheduled => vec![Upcoming, Cancelled],
        Upcoming => vec![InProgress, Cancelled, Rescheduled, NoShow],
        InProgress => vec![Completed, Cancelled],
        Completed | Cancelled | NoShow => Vec::new(),
    }
}

impl Answer<ListClients> for World {
    fn answer(&mut self, command: ListClients) -> Result<ClientList, ApiError> {
        let query = command.query.to_lowercase();
        let wanted = |client: &&ClientView| {
            client.display_name.to_lowercase().contains(&query)
                && command.status.is_none_or(|status| status == client.details.status)
        };
        let mut found: Vec<&ClientView> = self.clients.iter().filter(wanted).collect();
        found.sort_by(|a, b| a.display_name.cmp(&b.display_name));
        let row = |client: &&ClientView| {
            let at = |s: &SessionView| s.started_at.or(s.details.scheduled_start);
            let done = |s: &&SessionView| s.status == SessionStatus::Completed;
            let planned = |s: &&SessionView| s.status == SessionStatus::Upcoming;
            let open =
                |s: &&SessionView| self.notes.iter().any(|n| n.session_id == s.id && n.signed_at.is_none());
            ClientSummary {
                id: client.id,
                display_name: client.display_name.clone(),
                pronouns: client.details.pronouns.clone(),
                birth_date: client.details.birth_date,
                status: client.details.status,
                session_count: self.sessions_of(client.id).count() as u32,
                last_session_at: self.sessions_of(client.id).filter(done).filter_map(at).max(),
                next_session_at: self.sessions_of(client.id).filter(planned).filter_map(at).min(),
                notes_to_sign: self.sessions_of(client.id).filter(open).count() as u32,
            }
        };
        let page = command.page;
        let clients = found.iter().skip(page.offset as usize).take(page.limit as usize).map(row).collect();
        Ok(ClientList { total: found.len() as u32, clients })
    }
}

impl Answer<GetClient> for World {
    fn answer(&mut self, command: GetClient) -> Result<ClientView, ApiError> {
        self.client(command.client_id)
    }
}

impl Answer<CreateClient> for World {
    fn answer(&mut self, command: CreateClient) -> Result<ClientView, ApiError> {
        if command.details.given_name.trim().is_empty() {
            return Err(ApiError::invalid("given_name", "Write at least a given name."));
        }
        let id = self.new_client(command.details);
        self.client(id)
    }
}

impl Answer<UpdateClient> for World {
    fn answer(&mut self, command: UpdateClient) -> Result<ClientView, ApiError> {
        let client = self.clients.iter_mut().find(|c| c.id == command.client_id).ok_or_else(missing)?;
        if client.revision != command.revision {
            let message = "Someone saved a newer version meanwhile. Nothing was overwritten.";
            return Err(ApiError::new(ErrorCode::Conflict, message));
        }
        client.revision += 1;
        client.display_name = display_name(&command.details);
        client.details = command.details;
        client.updated_at = now();
        self.client(command.client_id)
    }
}

impl Answer<ListConsentTexts> for World {
    fn answer(&mut self, _: ListConsentTexts) -> Result<Vec<ConsentText>, ApiError> {
        Ok(data::consent_texts())
    }
}

impl Answer<ListConsents> for World {
    fn answer(&mut self, command: ListConsents) -> Result<Vec<ConsentView>, ApiError> {
        Ok(self.consents.iter().rev().filter(|c| c.subject == command.subject).cloned().collect())
    }
}

impl Answer<GiveConsent> for World {
    fn answer(&mut self, command: GiveConsent) -> Result<ConsentView, ApiError> {
        Ok(self.give(command))
    }
}

impl Answer<WithdrawConsent> for World {
    fn answer(&mut self, command: WithdrawConsent) -> Result<ConsentView, ApiError> {
        let consent = self.consents.iter_mut().find(|c| c.id == command.consent_id).ok_or_else(missing)?;
        consent.withdrawn_at = Some(now());
        consent.withdrawn_note = Some(command.note);
        consent.in_force = false;
        Ok(consent.clone())
    }
}

impl Answer<ListSessions> for World {
    fn answer(&mut self, command: ListSessions) -> Result<SessionList, ApiError> {
        let mut rows = Vec::new();
        for session in &self.sessions {
            rows.push(self.summary(session)?);
        }
        rows.retain(|row| {
            command.client_id.is_none_or(|id| row.client.as_ref().is_some_and(|(client, _)| *client == id))
                && command.from.is_none_or(|from| row.at >= from)
                && command.until.is_none_or(|until| row.at < until)
        });
        rows.sort_by_key(|row| std::cmp::Reverse(row.at));
        let page = command.page;
        let total = rows.len() as u32;
        let sessions = rows.into_iter().skip(page.offset as usize).take(page.limit as usize).collect();
        Ok(SessionList { total, sessions })
    }
}

impl Answer<GetSession> for World {
    fn answer(&mut self, command: GetSession) -> Result<SessionView, ApiError> {
        self.view(command.session_id)
    }
}

impl Answer<CreateSession> for World {
    fn answer(&mut self, command: CreateSession) -> Result<SessionView, ApiError> {
        let id = self.new_session(Some(command.client_id), command.details, SessionStatus::Upcoming);
        self.view(id)
    }
}

impl Answer<StartQuickSession> for World {
    fn answer(&mut self, command: StartQuickSession) -> Result<SessionView, ApiError> {
        let id = self.new_session(command.client_id, SessionDetails::default(), SessionStatus::InProgress);
        self.view(id)
    }
}

impl Answer<AssignSession> for World {
    fn answer(&mut self, command: AssignSession) -> Result<SessionView, ApiError> {
        let client = self.client(command.client_id)?;
        let number = self.sessions_of(command.client_id).count() as u32 + 1;
        let session = self.session_mut(command.session_id)?;
        session.client = Some(client);
        session.number = Some(number);
        for consent in &mut self.consents {
            if consent.subject == ConsentSubject::Session(command.session_id) {
                consent.subject = ConsentSubject::Client(command.client_id);
            }
        }
        self.view(command.session_id)
    }
}

impl Answer<UpdateSession> for World {
    fn answer(&mut self, command: UpdateSession) -> Result<SessionView, ApiError> {
        let session = self.session_mut(command.session_id)?;
        session.revision += 1;
        session.details = command.details;
        self.view(command.session_id)
    }
}

impl Answer<MoveSession> for World {
    fn answer(&mut self, command: MoveSession) -> Result<SessionView, ApiError> {
        let session = self.session_mut(command.session_id)?;
        if !moves(session.status).contains(&command.to) {
            return Err(ApiError::new(
                ErrorCode::IllegalMove,
                "The session cannot go there from where it stands.",
            ));
        }
        session.status = command.to;
        match command.to {
            SessionStatus::InProgress => session.started_at = command.at.or_else(|| Some(now())),
            SessionStatus::Completed => session.ended_at = command.at.or_else(|| Some(now())),
            _ => {}
        }
        self.view(command.session_id)
    }
}

impl Answer<ReadAudio> for World {
    fn answer(&mut self, command: ReadAudio) -> Result<AudioChunk, ApiError> {
        let sample_rate = 16_000;
        let first = command.start_ms * 16;
        let samples = (command.end_ms.min(data::SESSION_MS).saturating_sub(command.start_ms)) * 16;
        let mut bytes = Vec::with_capacity(samples as usize * 2);
        for sample in first..first + samples {
            // A soft tone that swells and fades, so that playing can be heard and seen.
            let t = sample as f64 / f64::from(sample_rate);
            let level = (t * 0.9).sin().abs() * 4_000.0;
            bytes.extend(((t * 1_382.3).sin() * level).to_i16().to_le_bytes());
        }
        let pcm_base64 = encode(&bytes);
        Ok(AudioChunk { sample_rate, channels: 1, start_ms: command.start_ms, pcm_base64 })
    }
}

trait ToSample {
    fn to_i16(self) -> i16;
}

impl ToSample for f64 {
    fn to_i16(self) -> i16 {
        self as i16
    }
}

impl Answer<GetWaveform> for World {
    fn answer(&mut self, command: GetWaveform) -> Result<Waveform, ApiError> {
        let column = |channel: u32| {
            move |x: u32| {
                let t = f64::from(x) / f64::from(command.columns) * 40.0;
                let speaks = (t as u32 % 2) == channel;
                let level = (t * 9.7).sin().abs() * (t * 1.31).cos().abs() * 190.0 + 30.0;
                if speaks { level as u8 } else { 8 }
            }
        };
        let channels = (0..2).map(|channel| (0..command.columns).map(column(channel)).collect()).collect();
        Ok(Waveform { duration_ms: data::SESSION_MS, channels })
    }
}

impl Answer<DeleteRecording> for World {
    fn answer(&mut self, command: DeleteRecording) -> Result<Done, ApiError> {
        for session in &mut self.sessions {
            session.recordings.retain(|recording| recording.id != command.recording_id);
        }
        Ok(Done {})
    }
}

impl Answer<GetTranscript> for World {
    fn answer(&mut self, command: GetTranscript) -> Result<TranscriptView, ApiError> {
        self.transcripts.iter().find(|t| t.summary.id == command.transcript_id).cloned().ok_or_else(missing)
    }
}

impl Answer<RelabelSegments> for World {
    fn answer(&mut self, command: RelabelSegments) -> Result<Done, ApiError> {
        for id in command.segment_ids {
            self.segment(id)?.speaker = command.speaker;
        }
        Ok(Done {})
    }
}

impl Answer<CorrectSegment> for World {
    fn answer(&mut self, command: CorrectSegment) -> Result<SegmentView, ApiError> {
        let segment = self.segment(command.segment_id)?;
        segment.original_text.get_or_insert_with(|| segment.text.clone());
        segment.text = command.text;
        Ok(segment.clone())
    }
}

impl Answer<Search> for World {
    fn answer(&mut self, command: Search) -> Result<Vec<SearchHit>, ApiError> {
        let word = command.query.to_lowercase();
        let mark = |text: &str| {
            let at = text.to_lowercase().find(&word)?;
            let end = at + word.len();
            (text.is_char_boundary(at) && text.is_char_boundary(end))
                .then(|| format!("{}\u{E000}{}\u{E001}{}", &text[..at], &text[at..end], &text[end..]))
        };
        let mut hits = Vec::new();
        for client in &self.clients {
            if let Some(snippet) = mark(&client.display_name) {
                let place = SearchPlace::Client { client_id: client.id };
                let named = Some((client.id, client.display_name.clone()));
                hits.push(SearchHit { place, client: named, snippet, at: client.created_at });
            }
        }
        for session in &self.sessions {
            let named = session.client.as_ref().map(|client| (client.id, client.display_name.clone()));
            let mine = |t: &&TranscriptView| session.transcripts.iter().any(|s| s.id == t.summary.id);
            for segment in self.transcripts.iter().filter(mine).flat_map(|t| &t.segments) {
                if let Some(snippet) = mark(&segment.text) {
                    let place = SearchPlace::Segment { session_id: session.id, segment_id: segment.id };
                    hits.push(SearchHit { place, client: named.clone(), snippet, at: session.created_at });
                }
            }
        }
        hits.truncate(command.limit as usize);
        Ok(hits)
    }
}

/// Base64 through the browser, so that no crate is needed for it.
mod base64_of {
    pub fn encode(bytes: &[u8]) -> String {
        let binary: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        web_sys::window().and_then(|window| window.btoa(&binary).ok()).unwrap_or_default()
    }
}
