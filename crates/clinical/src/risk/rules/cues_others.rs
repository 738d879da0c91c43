//! The words of the cues that have to do with other people.

use super::Row;
use crate::risk::cue::Cue;
use crate::risk::sign::Mark::Cue as C;

pub(crate) const ROWS: &[Row] = &[
    (
        C(Cue::Hurt),
        &[
            "hit|hits|hitting|beat|beats|beaten|beating|slap|slaps|slapped|slapping|punch|punched|punches|\
              kick|kicked|kicks|choke|choked|chokes|strangle|strangled|shove|shoved|shoves|push|pushed|\
              pushes|grab|grabbed|grabs|grip|gripped|grips|drag|dragged|drags|burn|burned|burnt|bruise|\
              bruised|bruises|bite|bit|stabbed|rape|raped|rapes|forced|forces|whipped|belt|belted|twist|\
              twisted|thump|thumped|smack|smacked|smacks|spat|pinned|threw|throws|thrown|throttled|\
              headbutted|smashed|pinch|pinched|pinches|pinching|hurt|hurts|touch|touches|touched|touching|\
              slammed|yanked|yanks|squeezed|batter|battered|knocked|knocks|wallop|walloped",
            "black (eye|eyes)",
            "hands *1 (round|around|on) my",
            "break|broke|breaks|broken *2 (arm|leg|legs|rib|ribs|nose|jaw|wrist|finger|fingers|tooth)",
            "cut my hair",
            "passed out",
            "(rough|violent|physical|handy|nasty) with (me|us|her|mum)",
            "black and blue",
            "by the (hair|throat|neck|arm|wrist)",
            "marks|mark|welts",
        ],
    ),
    (
        C(Cue::Threat),
        &[
            "(next time|or else|the next one)",
            "if (i|we) *2 (go|stop|leave|tell|run|refuse|say|report|do not|talk|quit|ever|speak|try|call|\
              scream|move|complain|left|told|make a)",
            "(said|says|say|told|tells|warned|swore|swears|promised|threatened|threatens|threatening|\
              texted|messaged) *5 (will|would|going to|next|kill|hurt|find|send|burn|break|take|throw|\
              regret|sorry|deport|police|street|know|show|bury|dig|disappear|pay|see|get)",
            "(threat|threats|threatened|threatens|threatening|threaten|blackmail|blackmailing|blackmailed)",
            "(find|hurt|kill|beat|shoot|stab|get|burn|harm|finish) (my|me|us|our) *2",
            "(is|be) next",
            "(on the street|streets)",
            "(come|coming|came) (for|after) (me|us|my|him|her|them)",
            "(kill|hurt|shoot|stab) (me|us|himself|herself|my|the)",
            "(will not|would not) be (hair|the|my|just|so)",
            "smash|smashes|smashed *3",
            "i (know|knew) (he|she|they) (will|would|means|meant)",
        ],
    ),
    (
        C(Cue::Confine),
        &[
            "lock|locks|locked|locking|chained|tied|trapped|captive|prisoner|hostage|cellar|padlock|bolted",
            "keep|keeps|kept|hold|holds|held *1 (me|us|my|her) *3 (in|inside|home|house|here|room|flat|\
              upstairs|indoors|there)",
            "(not|never|no) *2 (let|lets|allowed|allow|able to leave|leave|go out|permitted|letting|take \
              me home)",
            "(can not|not able to|cannot) *2 (leave|get out|go out|go home|get away|go anywhere|walk out)",
            "(doors|door|gate|windows) *2 (locked|shut|bolted|nailed|guarded)",
            "(guard|guards|dog|man|men|someone|camera|cameras) *4 (door|gate|outside|watch|watching|\
              watches|hall|stairs)",
            "(took|takes|take|taken|has|have|keeps|keep|kept|hid|hides|smashed|broke|holds) *2 my *2 \
              (phone|keys|passport|card|papers|shoes|clothes|purse|glasses|frame|wheelchair|laptop|bag|id|\
              sim|hearing|inhaler|car)",
            "in (his|the|a|their) (van|car|flat|room|house|hotel|lorry|container|basement)",
            "move|moves|moved|moving (us|me|girls|the girls)",
            "(come with me everywhere|follows me|watches me|waits outside|wait outside|timed)",
        ],
    ),
    (
        C(Cue::Papers),
        &["passport|passports|papers|visa|documents|permit|bankbook|pension|card|savings|deeds|attorney|\
              benefits|sim"],
    ),
    (
        C(Cue::Debt),
        &[
            "owe|owes|owed|owing|debt|debts|arrears|loan|borrowed|repay",
            "pay (back|off|it off|them back|him back|for the|my way|the rent|him)",
            "work (it|them|this|that) off",
        ],
    ),
    (
        C(Cue::Boss),
        &[
            "(boss|bosses|owner|landlord|landlady|madam|olders|elders|agency|agent|pimp|dealer|recruiter|\
              employer|gang|sponsor|foreman|manager|supervisor|family i|handler|mister|madame|gaffer|\
              aunty|auntie)",
            "the (man|men|woman|lads|boys|people|couple|guys)",
            "older (lads|boys|man|guy|boyfriend)",
        ],
    ),
    (
        C(Cue::NoPay),
        &[
            "(no|not|never|without|do not|does not|did not) *2 (pay|paid|wages|money|salary|days off|day \
              off|rest|sleep)",
            "(unpaid|for nothing|for free)",
            "# hour|hours *1 (a|each|every|per|seven|six)?",
            "(seven|7|six) day|days",
            "(takes|take|took|keeps|keep|taking) *3 (money|wages|cut|pay|earnings|tips|half|all|most|\
              pension|savings|cash|giro|allowance|benefits)",
        ],
    ),
    (
        C(Cue::Money),
        &["money|pension|savings|card|cash|cheque|cheques|bank|account|benefits|allowance|gas|heating|\
              house|inheritance|wallet|purse|will|pin|signature|sign"],
    ),
    (
        C(Cue::Sex),
        &[
            "sex|sexual|touch|touches|touched|touching|kiss|kissed|kissing|underwear|naked|undress|lap|\
              massage|webcam|customers|clients|punters|private|privates|strip|oral|bed|tickle|cuddle|\
              cuddles|rub|rubs|rubbed|favors|rape|raped|grope|groped|gropes",
            "(his|their|other) (friends|mates|men|blokes)",
            "(another|other|different|special) way",
            "(be|been|being) nice to (him|them|men|his|the)",
            "(down|inside|between) (there|my legs|my|me)",
            "under (my|the|her|his) (clothes|covers|skirt|top|nightie|duvet|blanket)",
            "(with|for|to) (men|his friends|his mates|strangers|blokes)",
            "(gets|got|climbs|comes) in (my|with|the|to my|beside) *1 (bed|shower|bath|me|room)",
        ],
    ),
    (
        C(Cue::Pictures),
        &["pics|pic|pictures|nudes|nude|photos|photo|video|videos|screenshot|screenshots|footage|snaps|\
              recording|recorded|filmed|camera|webcam|images"],
    ),
    (
        C(Cue::Send),
        &["(send|sends|sent|sending|post|posts|posting|share|shares|shared|leak|leaks|leaked|show|shows|\
              upload|everyone|school|parents|followers|pay|unless|vouchers|bitcoin|spread|online|group \
              chat)"],
    ),
    (
        C(Cue::Minor),
        &[
            "(am|im|turned|aged|age|are) *1 (6|7|8|9|10|11|12|13|14|15|16|17|six|seven|eight|nine|ten|\
              eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen) !kg !weeks !stone !months \
              !minutes !days !years !hours !percent",
            "year (seven|eight|nine|ten|#)",
            "(my|at|in|to|my whole) school",
            "little (sister|brother|sisters|brothers)",
            "(foster|gcse|gcses|homework|playground|headteacher|social worker)",
        ],
    ),
    (
        C(Cue::ChildOther),
        &[
            "baby|kids|kid|children|child|toddler|daughter|stepdaughter|son|stepson|niece|nephew|grandson|\
              granddaughter|newborn|twins|boys|girls|grandchildren|pupil|lad|bairn|wean|bairns|infant",
            "little (one|ones|boy|girl|lad|lass)",
            "my (boy|girl|lad|lass)",
            "year old",
            "the (boy|girl)",
        ],
    ),
    (
        C(Cue::Asleep),
        &[
            "asleep|sleep|sleeping|sleeps|bed|night|dark|bath|bathtime|shower|tucks|bedtime",
            "at night",
            "drunk|drinking|away|out|gone",
        ],
    ),
    (
        C(Cue::Errand),
        &["runs|run|deliver|delivering|delivery|package|packages|parcels|drop|drops|wraps|gear|weed|\
              phone|bricks|bag|bags|carry|carrying|hold|holding|coast|county|train|trap|lookout|stash|\
              sell|selling|drugs"],
    ),
    (
        C(Cue::Marry),
        &["(marry|married|marriage|wedding|engaged|engagement|nikah|bride|groom|cousin|fiance|husband they)"],
    ),
    (
        C(Cue::Unwilling),
        &[
            "(not|never|no) *1 (want|wanted|wanna|agree|agreed|choose|chose|choice|consent)",
            "(say|said|says|told) *2 no",
            "against my",
            "no (choice|many|time)",
            "(make|makes|made|making|force|forced|forces|forcing|pressure|pressured) (me|us)",
            "(have|had|got) to",
            "please",
            "scared|afraid|frightened|terrified",
        ],
    ),
    (
        C(Cue::Crowd),
        &[
            "school|mosque|church|synagogue|office|mall|station|crowd|parade|market|clinic|concert|\
              stadium|college|campus|festival|hospital|temple|shelter|hostel|embassy|council|depot|\
              warehouse|assembly|canteen|hotel|rally|procession",
            "(everyone|everybody|all of them|them all|as many|the lot of them|people)",
        ],
    ),
    (
        C(Cue::Cause),
        &["pledged|pledge|oath|martyr|brothers|cause|cell|movement|race|invaders|infidels|kuffar|\
              traitors|manifesto|channel|recruit|recruited|war|soldiers|soldier|paradise|replacement|\
              cleanse|enemy|enemies|accelerate|revolution|jihad|caliphate|blood|livestream|legend|saints|\
              vermin|rats|parasites"],
    ),
    (
        C(Cue::Attack),
        &["(target|targets|attack|attacks|strike|bomb|bombs|fertiliser|fertilizer|detonator|device|\
              explosives|training|trained|rehearsed|scouted|exits|entrance|layout|plan|plans|mission|\
              operation|weapon|weapons|vest|van|pick|picked|shoot|shooting|stab|burn|torch|petrol|ram|\
              casualties|body count|drive into)"],
    ),
    (
        C(Cue::Voice),
        &[
            "voice|voices|whisper|whispers|commanded|command|demon|demons|devil|satan|possessed|angel|\
              angels|spirit|spirits|jinn|impostor|imposter|changeling|chip|signal|signals|message|\
              messages|prophet|chosen",
            "(god|lord|tv|radio|he|she|it) (says|told|tells|wants|say|said|telling) *3",
            "not (the|my|really|a) *1 (baby|real|mum|mother|son|husband|wife|dad|her|him|person|human)",
        ],
    ),
    (
        C(Cue::Kill),
        &[
            "kill|killed|killing|stab|stabbing|shoot|shooting|strangle|murder|murdered|smother|drown|\
              drowning|poison|poisoned|run (him|her|them) over",
            "burn|torch|petrol",
            "(put|hold|push) (it|him|her|them|the pillow) *2 (back|under|over|down|in the water)",
            "(finish|end|do|sort|get|silence|stop) (him|her|them|it)",
            "(make|watch|see) (him|her|them) (pay|suffer|bleed|beg|hurt)",
            "(hurt|harm|attack|cut|slit|batter|smash|break) (him|her|them|his|their|someone|people|somebody)",
            "(go|going|leave|leaving) together",
            "for him and then",
            "must (be|die|go) *2 (cut|out|stopped|die|cleansed)",
        ],
    ),
    (
        C(Cue::Target),
        &["him|her|them|his|ex|boss|neighbor|wife|husband|lad|bloke|teacher|stepdad|brother|father|\
              mother|mum|dad|kid"],
    ),
    (
        C(Cue::Alone),
        &["alone|unattended|home alone|by myself|by ourselves|on (my|his|her|their) own|for days|since"],
    ),
    (
        C(Cue::Hide),
        &[
            "(hiding|hidden|hide|wardrobe|closet|cupboard|bathroom|pantry|cubicle|shed|under the bed|\
              locked myself|barricaded|whisper|whispering|behind the sofa|loft|cellar|locked in|attic)",
            "(at|through|outside|behind) the (door|window|gate)",
        ],
    ),
    (
        C(Cue::Secret),
        &[
            "in the (bath|shower|bathroom|toilets|loo)",
            "(cover|covers|hide|hides|hid|covered|hiding) (it|them|the|up|my)",
            "(nobody|no one|noone|not one) *1 (knows|know|sees|seen|notices|noticed|has)",
            "(long|baggy) (sleeves|skirts|sleeve|trousers|jumper)",
            "(secret|nobody knows|tell no one|not tell|do not tell|not allowed to tell|our thing|special|\
              grown up)",
        ],
    ),
    (
        C(Cue::Older),
        &[
            "(he|she|hes) *2 (is|was|like|said he was) *2 (#|thirty|forty|fifty|older|adult|grown)",
            "(older|grown) (man|men|guy|boyfriend|lad|lads|boys)",
            "(man|guy|bloke|someone|lad|men) *4 (app|online|internet|snap|insta|discord|tiktok|game|chat|\
              met|van|hotel|car)",
            "from the (app|internet|game|chat)",
            "landlord",
        ],
    ),
    (
        C(Cue::Alarm),
        &[
            "(worried|afraid|concerned|scared) (for|about) your *2 (life|safety)",
            "(worried for|concerned for) you",
            "get help to you",
            "(call|ring|phone|dial) *3 (ambulance|999|911|988|emergency|samaritans|poison|112|000|police|\
              crisis)",
            "(ambulance|999|911|emergency (services|number)|poison control|crisis (line|team))",
            "please (put|step|move|open|unlock|get|come|stop|go|stay|wait|climb|turn)",
            "(can|could|will|would) you *2 (put|step|move|hand|give|throw|unload|get away|climb|come down|\
              turn|open|unlock|wait|lock|get to|get out|go to|stay on|sit|leave the|pass)",
            "(in|immediate) danger",
            "(where) (are you|exactly)",
            "(are|is) (you|anyone|somebody|someone) *2 (able to|near|nearby|with you|there with|else)",
            "send (help|someone|somebody)",
            "(sounds|is) (like)? *1 (an emergency|urgent|life threatening)",
            "(stay|keep) (with|talking to) me",
            "put (the|that|it) *2 down",
            "step (back|away)",
            "right (now|away)",
        ],
    ),
    (
        C(Cue::Refusal),
        &[
            "too late",
            "^ no",
            "^ *1 (i can not|can not|will not|i will not|i do not want|not going to|do not|what for|why|\
              no point|leave|let me|never mind|does not matter|forget)",
            "(do not|not|never) *1 (call|send|tell|want help|need help|bother|stop me|want saving|want to \
              be saved|come)",
            "(leave|let) me (be|alone|go|to it)",
            "(not|never) (going to|coming|want) *2 (hospital|help|ambulance|come|doctor|anyone)",
            "done (talking|waiting)",
            "no (one|point|ambulance|hospital|police)",
            "(never mind|nvm|ignore that|forget it|mind your|wrong number|by accident|autocorrect)",
            "(already|have) (started|begun|done|took)",
        ],
    ),
    (
        C(Cue::Frail),
        &[
            "70|71|72|73|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|eighty|seventy|\
              ninety",
            "(carer|carers|care home|wheelchair|stroke|frame|pension|hoist|sheltered|dementia|parkinsons|\
              nursing home|widow|widowed|elderly|zimmer|bedridden|son|daughter|grandson|nephew|niece)",
        ],
    ),
    (
        C(Cue::Hope),
        &[
            "hopeless|pointless|worthless|useless|burden|trapped|exhausted|empty|alone|tired|weary|shame|\
              ashamed|failure",
            "no (point|hope|future|use|way out|reason)",
            "(nothing|nobody|noone) (left|cares|to)",
            "can not (go on|cope|do this|take|carry on|bear|live)",
            "(had|have) enough",
            "(done|finished) with",
        ],
    ),
    (
        C(Cue::Grudge),
        &["(laughed|laughing|laugh|bullied|humiliated|deserve|deserves|pay|regret|sorry|fault|list|\
              revenge|respect|remember|ignored|rejected|wronged|sacked|fired|cheated|lied|betrayed|ruined|\
              punish|learn|lesson|justice|beg|suffer|coming to them|know my name)"],
    ),
    (
        C(Cue::Near),
        &[
            "(on the|up the|down the) stairs",
            "(in|inside|outside|at|trying) *3 (house|door|window|flat|gate|building|garden|hall|hallway|\
              kitchen|room)",
            "(outside|downstairs|upstairs|banging|kicking|pounding|smashing|breaking|coming|shouting|\
              screaming|roaring|next room)",
            "(can|i) *1 hear (him|her|them|his|footsteps)",
            "(he|she|they) (is|are) *2 (here|back|home|looking|close|coming)",
        ],
    ),
    (
        C(Cue::Dumped),
        &[
            "flush|flushed|flushing|binned|binning|bin",
            "down the (sink|toilet|loo|drain)",
            "(in|inside) *2 (sock|bin|trash|plant pot|drawer)",
            "(spit|spitting|spat|hide|hiding|hid) (them|it)",
            "(pretend|pretending|told *2 i) *2 (take|taking|took)",
        ],
    ),
    (
        C(Cue::Approach),
        &[
            "going (round|over|there|after|to his|to her|to their)",
            "(wait|waiting) (for|outside|by|in) *2 (him|her|them|his|her|their|car|gate|door)",
            "(drive|driving|walk|walking|follow|following) *2 (to|him|her|them) *2",
            "outside (his|her|their|my ex|the office|the house)",
            "(i know|know) *2 (when|where|what time) (he|she|they) *3",
            "(on my way|heading|parked|sat outside|in the car)",
        ],
    ),
];
