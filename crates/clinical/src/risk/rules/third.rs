//! Somebody the speaker worries about.
//!
//! Principle: talk of suicide heard from others is a warning sign to pass on (AAS; NICE NG225); what the speaker reports
//! of someone else weighs less than what they say of themselves, unless it is happening.

use super::Row;
use crate::risk::sign::Mark::Sign as S;
use crate::risk::sign::Sign::{Mass, Third, ThirdNow, Threat};

pub(crate) const ROWS: &[Row] = &[
    (S(Third), THIRD),
    (S(ThirdNow), THIRD_NOW),
    (
        S(Mass),
        &["@person|classmate|kid|coworker *6 (said|says|posted|told|threatened|threatening|going|\
              planning|wants|talking|bragging|plans|texted|wrote|showed|list) *8 (shoot up|shooting up|\
              bring a gun|bringing a gun|blow up|school shooting|bomb|shoot the|kill everyone|shoot \
              everyone|shoot people|hit list|kill list|shoot kids)"],
    ),
    (
        S(Threat),
        &["(he|she|husband|wife|brother|son|friend|dad|boyfriend|roommate|coworker|neighbor|uncle|ex|\
              daughter|nephew|mate|cousin) *6 (going to|wants to|threatening to|threatened to|says he \
              will|says she will|planning to|plans to|will) *2 (kill|shoot|stab|murder|hurt|strangle) *1 \
              (his|her|my|their|the|our)? *1 (him|her|them|wife|boss|mum|neighbor|ex|girlfriend|boyfriend|\
              people|someone|somebody|dad|brother|sister|husband|everyone|family|teacher|kids|parents|\
              roommate|coworkers|mother|father)"],
    ),
];

const THIRD: &[&str] = &[
    "(~kill|~hang|~shoot|~hurt|~harm|~cut|~off|~starve|~drown|~burn) @himself",
    "@kin|friend|mate|roommate|flatmate|classmate|coworker|colleague|neighbor|he|she *5 suicidal",
    "@kin|friend|mate|roommate|flatmate|housemate|bestie|classmate|coworker|colleague|neighbor|he|she *3 \
      (want|wants|wanted|wish|wishes|wished|says|said|talking|talks|posted|posting|texted|told|wrote|\
      joking|threatening|threatened|threatens|think|thinks|thinking|tried|trying|messages) *4 (@die|\
      suicide|end (his|her|their) (own)? (life|lives)|end it all|ending it|kill @himself|killing @himself|\
      dying|self harm|cutting|hurting @himself|take (his|her|their) (own)? (life|lives)|does not want to \
      (live|be here|be alive)|do not want to (live|be here|be alive|wake up)|not want to (live|be here)|\
      better off without (him|her|them)|no point|hurt @himself|overdose|commit suicide|goodbye|better off \
      dead|live anymore|be here anymore)",
    "@person *2 (self harms|self harming|selfharm|selfharms|cuts|cutting|cut (his|her|their)|overdosed|\
      took an overdose|attempted suicide|tried to commit suicide|attempted|self harmed) *3 !grass !hair \
      !cake !carbs !down !off",
    "(suicidal|suicide) *4 (friend|son|daughter|brother|sister|husband|wife|partner|mum|dad|student|\
      roommate|mate|girlfriend|boyfriend|teenager|cousin|client|patient)",
    "(worried|scared|afraid|terrified|concerned|worry|frightened) *3 (he|she|they|my *2 (@kin|@folk)|him|\
      her|them) *3 (will|might|going to|is going to|would|could|may|about) *3 (do something|hurt|kill|end|\
      harm|be dead|die by|take|suicide|stupid) *3",
    "(found|finding|saw) *3 (cuts|scars|razor|razors|note|blades|marks) *4 (his|her|daughter|son|sister|\
      brother|arm|arms|wrist|wrists|room|friend)",
    "(he|she|they|my @kin|my @folk) *2 (stopped taking|refuses|refusing|will not take|not taking|stopped) \
      *2 (his|her|their|insulin|meds|medication|dialysis|treatment|to eat|eating)",
];

const THIRD_NOW: &[&str] = &[
    "@person *6 (date picked|picked a date|set a date|bought what (he|she|they)|written a note|wrote a \
      note|a date picked|a plan and)",
    "@person *6 (took|taken|swallowed|has taken|just took|overdosed) *4 (pills|tablets|overdose|\
      paracetamol|bottle|medication|meds|whole|all) *6 (now|unconscious|not answering|not responding|wake|\
      breathing|help|just|what do i do|what should i do|sleepy|minutes|hour ago|tonight|conscious|right \
      now|here|floor|slurring)",
    "@person *4 (on|standing|standing on|sitting|at|gone to|went to|climbed|heading|driving to) *2 (on)? \
      *2 (roof|bridge|ledge|edge|tracks|cliff|railing|balcony|overpass) *4",
    "@person *5 (has|got|holding|with|locked) *3 (gun|knife|rope|noose|razor|pills|rifle|bathroom|\
      bedroom) *8 (kill @himself|end|suicide|die|himself|herself|goodbye|hurt himself|themselves|cutting|\
      now|will not come out|not answering|says he|says she|threatening)",
    "@person *4 (sent|texted|posted|left|wrote|messaged|texting|live|calling|called) *3 (goodbye|suicide \
      note|note|a goodbye|final|farewell|me goodbye|saying goodbye) *8 (not answering|can not reach|can \
      not find|phone|missing|now|tonight|gone|off|minutes|hour|find|where|ago|reply|replying|what do i|\
      picking up|help)",
    "@person *5 (not breathing|unconscious|unresponsive|bleeding out|hanging|is hanging|collapsed|turning \
      blue|will not wake up|cut (his|her|their) wrists|slit (his|her|their) wrists) *4",
    "@person *6 (going to|about to|planning to|says he will|says she will|will|plans to|is going to|wants \
      to) *2 (kill @himself|end (his|her|their) life|jump|do it|shoot @himself|hang @himself|take all|\
      commit suicide|overdose|end it) *3 (tonight|today|right now|now|tomorrow|soon|this weekend|with|has \
      a gun|on friday|has the)",
    "(tonight|right now|now) *4 @person *4 (kill|end|jump|hang|shoot) *2 @himself",
    "@person *6 (has|made|got|have) *2 (plan|plans|date|method|gun|rope|note) *4 (to|for|of)? *3 (kill \
      @himself|suicide|end (his|her|their) life|die|hang @himself|jump|overdose|do it|commit)",
];
