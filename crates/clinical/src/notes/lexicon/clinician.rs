//! What a clinician's sentences do: interventions, observations, opinions and plans.

use std::sync::LazyLock;

use super::Phrases;
use crate::notes::model::Topic;

/// Interventions by what is said. The first that matches names the sentence.
pub(crate) const INTERVENTIONS: &[(&str, &str)] = &[
    (
        "Cognitive restructuring",
        "evidence for|evidence against|evidence that|the evidence|another way to look|another way of looking|alternative thought|balanced thought|\
         tell a friend|say to a friend|what would you say to someone|what would you say to a|challenge that thought|challenge the thought|how likely is it|how much do you believe|reframe",
    ),
    (
        "Naming thinking patterns",
        "that is called|thats called|all or nothing|all-or-nothing|catastrophi*|mind reading|overgenerali*|black and white thinking|thinking trap|thinking traps|cognitive distortion*|thinking error*|labeling|labelling|fortune telling|mental filter|jumping to conclusions",
    ),
    (
        "Eliciting thoughts",
        "going through your mind|went through your mind|what were you thinking|what did that mean to you|what does that say about you",
    ),
    (
        "Breathing and relaxation",
        "breathe in|breathe out|breath in|deep breath|deep breaths|deep breathing|slow breath|slow breaths|breathing exercise|breathing exercises|box breathing|muscle relaxation|relaxation exercise|tense your|body scan|belly breathing|paced breathing",
    ),
    (
        "Grounding",
        "grounding|five things you can see|things you can see|things you can hear|feet on the floor|feel your feet|present moment|mindfulness|mindful breathing|mindfully",
    ),
    (
        "Behavioural activation",
        "activity schedule|activity diary|schedule an activity|pleasant activit*|enjoyable activit*|activity plan|behavioral activation|behavioural activation|one small activity|activities you enjoy|activities you used to enjoy",
    ),
    (
        "Exposure work",
        "exposure work|exposure task|exposure tasks|exposure exercise|exposure exercises|exposure hierarchy|exposure therapy|exposure step|exposure practice|exposure list|graded exposure|do the exposure|the exposures|hierarchy|fear ladder|face your fear|stay with the anxiety|stay in the situation|ride it out|response prevention|habituat*",
    ),
    (
        "Safety planning",
        "safety plan|warning signs|crisis plan|crisis line|who can you call|who could you call|keep yourself safe|remove the means|coping plan|make your home safe|lock away",
    ),
    (
        "Agenda setting",
        "on the agenda|our agenda|set an agenda|agenda for today|put on the agenda|focus on today|talk about today|like to start today",
    ),
    (
        "Homework review",
        "did you try|how did the homework|your homework|how did you get on with|get a chance to|since we last|did you manage to|did you get to practice|did you practice|did you do the",
    ),
    (
        "Scaling question",
        "from one to ten|zero to ten|one to ten|scale of|scale from|out of ten|from zero to|how confident are you|how important is it|how ready are you|on a scale",
    ),
    (
        "Exploring change",
        "what would you like to change|reasons to change|what would have to|good things about|not so good things|pros and cons|what do you like about|where does that leave you|what might be different|on the one hand|on one hand|what worries you about|why would you want to|whats the best thing|what made you want|benefits of",
    ),
    (
        "Reflection",
        "it sounds like you|sounds like youre|sounds like you are|sounds like you|it seems like you|seems like youre|what im hearing|i hear that|im hearing|youre feeling|so you feel|you feel like|it feels like youre|must feel|part of you|on the other hand|so youre feeling|so youre saying|so youre worried|so youre thinking|so youre trying|youre concerned|youre worried about|youre wondering|youre saying|youve been feeling|you really want|feels like youre|kind of feels like",
    ),
    (
        "Validation",
        "makes sense that|understandable|makes sense you|that must be|that must have been|anyone would feel|its normal to feel|its okay to feel|its ok to feel|thats really hard|that sounds hard|that sounds really hard|sounds really difficult|thats a lot to|not your fault|not alone",
    ),
    (
        "Affirmation",
        "you worked very hard|you worked|worked hard|well done|thats a big step|takes courage|took courage|took a lot of courage|really proud of you|you should be proud|good job|youve done really well|you did really well|its great that you|you handled",
    ),
    (
        "Problem solving",
        "list some options|what options|possible solutions|pros and cons of each|solve this|problem solving|problem-solving|brainstorm|what could get in the way|might get in the way|what might get in the way",
    ),
    (
        "Psychoeducation",
        "fight or flight|when we feel anxious|when were anxious|cycle of|vicious cycle|the brain|your nervous system|adrenaline|avoidance keeps|is a common reaction|are common symptoms|depression is|anxiety is|anxiety tends|trauma can|panic attacks are|low risk drinking|sleep hygiene",
    ),
    (
        "Permission asked",
        "would it be okay if|is it okay if|is it ok if|would it be ok if|do you mind if|with your permission|can i share",
    ),
];

/// Remarks of the clinician on how the client looks, speaks and moves.
pub(crate) static OBSERVATIONS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "you look|you seem|you appear|youre looking|you sound|you are speaking|youre speaking|youre talking|youre crying|you are crying|\
         youre shaking|you are shaking|youre smiling|you are smiling|youre trembling|tears in your|i can see that you|i can see youre|i notice you|i noticed you|im noticing|i notice that|\
         youve gone quiet|youve gone very quiet|you went quiet|your voice|your hands are|youre fidgeting|not making eye contact|looking down|you brightened|your face",
    )])
});

/// Words about measurements and examination.
pub(crate) static EXAMINATION: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "examined you|having examined|examining you|your blood pressure is|blood pressure was|your temperature is|your saturations|your pulse is|heart rate is|oxygen level*|your weight is|the scan showed|your results|results show*|came back normal|i can see some|i can see the|had a feel of|had a look at your|had a listen|listened to your|tenderness|sounds clear|is clear|crackl*|sounds a bit|looks red|looks swollen|looks inflamed|looks infected|can see the rash|on examination|your score|you scored|phq*|gad*",
    )])
});

/// Words with which a clinician says what they think it is.
pub(crate) static OPINION: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "i think you|i think youve|i think youre|youve got|i think this|i think its|i think it|i think that|i think what|i wonder whether|i wonder if|im wondering|im thinking|could be|could just be|may have|may be|might have|might be|you might|\
         most likely|likely to be|very likely|probably|possibly|sounds like|sounding like|seems like|seems to be|looks like|suggestive of|consistent with|suggests|suspect|suspicious|in keeping with|something called|what we call|we call|\
         diagnos*|impression|typical of|classical of|caused by|i believe|im reassured|flare-up|flare up|having a|you have",
    )])
});

/// Words that make a clinician's sentence a plan, by what is planned. The first list that matches names the plan.
const PLANS: &[(Topic, &str)] = &[
    (
        Topic::Homework,
        "for homework|homework|thought record|thought diary|mood diary|sleep diary|mood diary|the diary|worry time|activity schedule|before next session|between now and|between sessions|practise|practice the|practice your|practice this|practice breathing|each evening write|write down|journal each|gratitude list|headache diary|food diary|drink diary|drinking diary|keep a diary|keeping a diary|keep a record|peak flow diary|try calling|try cooking|try walking|try swimming|try journaling|try painting|try gardening|try meditation|try deep breathing|try going|keep journaling|small activity|one activity|plan an activity|go for a walk|walking with|next session",
    ),
    (
        Topic::Tests,
        "blood test*|blood tests|liver function|liver test*|bloods|full blood count|urine test|urine sample|urine dip|dip your urine|sample|swab*|x-ray|xray|scan|ultrasound|ct|mri|ecg|echo|echocardiogram|pregnancy test|stool test|stool sample|peak flow|spirometry|check your|blood pressure checked|temperature checked|some tests|few tests|other tests|investigations|eye test|kidney function|thyroid function|screening test|colonoscopy|endoscopy|examine you|examination|face to face|bring you in",
    ),
    (
        Topic::Referrals,
        "refer|referral|referred|referring|specialist|neurologist|cardiologist|dermatolog*|gastroenterolog*|physio*|psychiatrist|psycholog*|counsell*|counselor|talking therap*|therapist|iapt|cbt|ambulance|999|911|a and e|a&e|ae|hospital|emergency department|crisis team|social worker|sick note|fit note|note for work|self-certif*|self certif*|time off|clinic|optician|dentist|your gp|write to|your doctor|crisis line|support group|dietician|dietitian|midwife|gum|sexual health|walk-in|walk in",
    ),
    (
        Topic::Advice,
        "fluids|hydrated|hydration|drink plenty|plenty of water|rest|avoid*|diet|exercise|gloves|wash|cool|warm|ice|stretch*|elevate|lifestyle|steam|honey|stop smoking|cut down|reduce your|alcohol|caffeine|sleep|bed|screen|relax*|breathing|light meals|fibre|fiber|trigger*|stay off|stay away|safety plan|helpline|leaflet|information|website|self-isolate|isolate|monitor|keep an eye|cranberry|salt water|compress|moistur*|over the counter|pharmac*|spacer|technique|contagious|condom*|stress",
    ),
];

/// Plan words.
pub(crate) static PLAN_WORDS: LazyLock<Phrases<Topic>> = LazyLock::new(|| Phrases::new(PLANS));

/// Words with which a clinician proposes, arranges or asks for something to be done.
pub(crate) static PROPOSAL: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "id like your|i would like your|id like you to|id also like you to|i would like you to|would like you to|like you to|i want you to|want you to|i need you to|need you to|you need to|you should|you could|you can|you may|you might want|you will need|youll need|i suggest|id suggest|\
         i would suggest|i recommend|id recommend|i would recommend|recommend|i advise|id advise|i would advise|advisable|my advice|i will|ill|im going to|i am going to|im gonna|we will|we'll|we can|we could|we should|lets|let us|we need to|we're going to|\
         i can|i could|worth|please|try|make sure|keep|continue|carry on|take|use|for homework|would be helpful|would be important|would be useful|be important|happy to|would be good|good idea|need to|important to|important that|can also|should also|just|prescribe|give you|send you|start you|book|arrange|organise|organize|collect|avoid|drink|stop|increase|reduce|contact|call|ring|come back|seek|shall we|how about|would you be willing|would you like to|why dont we|what i would|what id",
    )])
});

/// Words with which a therapist says how things hang together.
pub(crate) static FORMULATION: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "keeps the|keeps it going|keeps this going|keeps you stuck|keeping you stuck|keeping it going|vicious cycle|vicious circle|my sense is|my impression|\
         i think whats happening|i think what keeps|i think part of|seems linked to|is linked to|connected to|seems to come from|\
         the pattern seems|see a pattern|a pattern where|seems to be driven|maintaining the|in response to|consistent with|\
         looks like the|i think this is about|i think the anxiety|i think the depression|i think the panic|i think your",
    )])
});

/// Words of meeting or speaking again.
pub(crate) static MEETING: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "meet|see you|see me|come back|follow up|follow-up|followup|next session|next appointment|review you|review|another appointment|book|catch up|speak again|talk again|touch base|check in|get back to|give me a call|give us a call|call me|call us|ring me|ring us|call back|phone me|see us|contact us|next time|same time|let me know|let us know|come and see",
    )])
});

/// Words that make a sentence a condition for seeking help sooner.
pub(crate) static WARNING: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "if its getting|if your|if you get|if you start|if you develop|if you have any|if you feel|if you are getting|if youre getting|if youre having|if youre feeling|if you notice|if you become|if things|if it gets|if it doesnt|if it does not|if its not|if it hasnt|if anything|if there is|if theres|if the|if they|if symptoms|if that|gets worse|getting worse|not getting better|not getting any better|worsening|worse|look out for|watch out for|urgently|straight away|immediately|999|911|a and e|a&e|emergency|sooner|in the meantime|red flag*|in crisis",
    )])
});

/// Words of the client that take up or turn down a proposal.
pub(crate) const TAKEN_UP: &str = "im fine with|im okay with|im ok with|works for me|that makes sense|makes sense|that helps|i could try|i could do that|sounds good|sounds great|sounds like a good plan|sounds reasonable|happy with that|happy with the plan|happy with that plan|i can do that|ill try|i will try|ill do that|good idea|thats helpful|that is helpful|i feel better|that sounds|im willing|happy to|i agree|i feel calmer|feel calmer|that would be good|that would be great|thatd be good|fair enough|thats reassuring|i feel relieved|what a relief";
pub(crate) const TURNED_DOWN: &str = "i dont want to|i dont want|not sure about|not sure i can|not sure that will|id rather not|i would rather not|not willing|i cant do that|dont think i can|im not going to|i wont|not interested|dont think thats|i dont like the idea|i refuse|not ready|no thanks|no thank you|not comfortable|dont agree|im not sure about that|i dont think that will|wont work|wouldnt work|not keen";

/// Client responses, true for taken up.
pub(crate) static RESPONSE: LazyLock<Phrases<bool>> =
    LazyLock::new(|| Phrases::new(&[(true, TAKEN_UP), (false, TURNED_DOWN)]));

/// Words of change since an earlier time, by the client.
pub(crate) static CHANGE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "getting better|got better|a bit better|much better|feeling better|feel better|better than|improv*|getting worse|got worse|worse than|feeling worse|feel worse|less anxious|less often|more often|more hopeful|progress|since last|since we last|last session|last time i was here|have been able to|managed to|ive been able|now i can|i can now|no longer|easier|harder than",
    )])
});

/// Words of doing an exercise or homework.
pub(crate) static DONE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[(
        (),
        "i tried|tried the|i practiced|i practised|practiced the|practised the|i did the|did my homework|the homework|thought record|the exercise|the exercises|the breathing|did the breathing|i wrote|wrote down|kept the diary|kept a diary|the diary|i used the|didnt do the|did not do the|didnt manage|forgot to do|i have been practicing|ive been practicing|ive been practising|ive been doing",
    )])
});
