//! The lexicon: concepts that the patterns name with `@`.

/// Concepts; a concept may name those before it and after it.
pub(crate) const CONCEPTS: &[(&str, &str)] = &[
    (
        "num",
        "#|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|\
          fifty|hundred|couple|few|several|many",
    ),
    (
        "hedge",
        "just|really|kind|sort|of|so|still|also|even|probably|maybe|sometimes|always|often|only|totally|\
          truly|definitely|constantly|keep|kept|do|would|have|been|again|now|secretly|seriously",
    ),
    ("want", "want|wants|wanted|wanting|wish|wishing|long|longing|crave|craving|yearn|need|desire"),
    (
        "will",
        "going to | will | about to | plan to | planning to | planning on | intend to | intending to | \
          mean to | have to | will be | am | decided to | decided i will | ready to | trying to | set on |\
           thinking i will | swear i will",
    ),
    // People.
    (
        "kin",
        "mum|dad|mother|father|parent|parents|brother|sister|son|daughter|husband|wife|partner|boyfriend|\
          girlfriend|ex|fiance|fiancee|uncle|aunt|auntie|cousin|grandfather|grandmother|grandpa|grandad|\
          granddad|grandma|nan|nana|gran|granny|stepdad|stepmum|stepfather|stepmother|stepbrother|stepson|\
          stepdaughter|nephew|niece|grandson|granddaughter|spouse|family",
    ),
    (
        "folk",
        "boss|manager|supervisor|coworker|colleague|teacher|coach|neighbor|neighbors|landlord|roommate|\
          flatmate|housemate|friend|friends|mate|classmate|classmates|carer|caregiver|aide|nurse|doctor|\
          priest|pastor|pimp|recruiter|agent|employer|tutor|babysitter|lodger|student|pupil|client|\
          patient|man|woman|guy|guys|girl|boy|bloke|men|women|stranger|customer|captain|trainer|therapist|\
          counselor|principal|driver|officer|host",
    ),
    (
        "person",
        "@kin|@folk|he|she|they|somebody|someone|people|everyone|everybody|kid|kids|child|children|baby|\
          teenager",
    ),
    (
        "child",
        "baby|babies|kid|kids|child|children|son|daughter|toddler|newborn|infant|grandson|granddaughter|\
          grandchild|grandchildren|stepson|stepdaughter|nephew|niece|boy|girl|twins|boys|girls|stepkids|\
          foster",
    ),
    ("their", "their|his|her|my|the|our|a|this|that|your"),
    ("they", "he|she|they|who|somebody|someone|@kin|@folk|bf|them"),
    (
        "him",
        "him|her|them|@kin|@folk|somebody|someone|everyone|everybody|people|that bastard|that bitch|this \
          bastard|the bastard|those people|these people|anyone|whoever|all of them|every one of them|you \
          all",
    ),
    ("himself", "himself|herself|themselves"),
    // Dying.
    (
        "dead",
        "dead|gone|deceased|buried|six feet under|under the ground|in the ground|in a grave|in my grave|\
          in a coffin|nonexistent",
    ),
    (
        "die",
        "die | be @dead | not be here | not be alive | not exist | stop existing | cease to exist | not \
          wake up | never wake up | never wake up again | sleep forever | sleep for ever | go to sleep \
          and (not|never) wake | go to sleep and (not|never) wake up | fall asleep and (not|never) wake \
          up | stop living | pass away | stop breathing | stop being alive | not be around | not be on \
          this (earth|planet) | not have been born | have never been born | never have been born | drop \
          dead | get hit by *3 (car|bus|truck|train|lorry) | get cancer | not wake | vanish forever | be \
          no more | meet my maker | fade out of existence | go to sleep for good | go to sleep for ever | \
          go to heaven | leave this (world|earth|life) | leave this world behind | not be in this world",
    ),
    (
        "means",
        "pills|tablets|paracetamol|rope|noose|gun|guns|rifle|shotgun|pistol|revolver|handgun|glock|\
          firearm|knife|knives|razor|razors|blade|blades|bleach|antifreeze|poison|cyanide|insulin|\
          overdose|belt|cord|helium|nitrogen|sodium|exhaust|charcoal|ligature|bullet|bullets|scarf|\
          dressing|scissors|syringe|heroin",
    ),
    (
        "meds",
        "pills|tablets|paracetamol|medication|medications|meds|medicine|sleeping|insulin|antidepressants|\
          capsules|painkillers|painkiller|drugs|lithium|opioids|sedatives|box|boxes|bottle|bottles|packet|\
          packets|blister",
    ),
    (
        "height",
        "bridge|roof|rooftop|building|cliff|cliffs|balcony|overpass|window|tower|viaduct|ledge|edge|car \
          park|parking garage|multistorey|multi storey|floor|storey",
    ),
    (
        "vehicle",
        "train|trains|tube|bus|buses|car|cars|truck|trucks|lorry|lorries|traffic|subway|tram|metro|\
          motorway|highway|freeway",
    ),
    (
        "selfkill",
        "~kill|~shoot|~hang|~drown|~stab|~gas|~poison|~suffocate|~electrocute|~off|~murder|~end|~neck|\
          ~execute|~starve myself (to death)? !in !out | ~kill my self | ~kill me !if | ~end it !with \
          !off !up !there !here !between !between | ~end it all | ~end (all)? (this|everything|things) \
          !with !between | ~end (all)? (my|this|the) (own)? (life|lives|existence|suffering|pain|misery|\
          story|torment|journey) | ~take my (own)? life | ~take my life away | ~commit suicide | ~commit |\
           ~do myself in | ~do away with myself | ~top myself | ~finish (myself|it all) | ~finish myself \
          off | ~blow my (own)? (brains|head) (out|off) | ~slit|~cut|~slash|~open|~slice my (own)? \
          (wrists|wrist|throat|veins|arteries) | put a (bullet|gun) (in|to|through) my (head|brain|mouth|\
          skull) | ~jump (off|from|out|over) *4 @height | ~jump (in|under) front? *3 @vehicle | ~jump in \
          front of *3 @vehicle | ~jump into (the)? (river|sea|ocean|canal|harbor|thames) | ~walk|~step|\
          ~throw|~lie|~run|~go|~leap|~launch|~hurl|~dive (myself)? (in|out|into|under|onto|on|down) *3 \
          @vehicle | ~walk into (the)? (river|sea|ocean|traffic|canal|water) | ~lay|~lie (down)? on \
          (the)? (train)? (tracks|rails|track) | ~throw myself (off|in|under|from|out|down) | ~leap off \
          *3 @height | ~drive|~steer|~crash|~swerve|~steering (my|the)? (car|truck|van|bike)? (off|into|\
          in|at) *3 (tree|wall|lake|river|truck|traffic|oncoming|bridge|cliff|road|barrier|lorry|pole|\
          divider|embankment|canal|reservation) | ~overdose | ~take|~have an overdose | ~take|~swallow|\
          ~down|~neck|~swallow (all|every|the whole|the entire|a whole|a bottle|the bottle|the lot|too \
          many|a load|a bunch|a handful|handfuls) *4 @meds | ~take|~swallow|~down (it all|them all|all of \
          them|the lot|all of it) | ~take too much insulin | ~inject *4 insulin to | ~drink (the)? \
          (bleach|antifreeze|poison) | ~exit this (life|world) | ~suicide | ~swallow *3 bleach | ~hang it \
          up for good | ~self destruct | ~check out (of this life|for good|early|permanently) | make it \
          all stop | ~go through with (it|suicide) | ~jump to my death | ~bleed out | ~eat a bullet | \
          ~join (him|her|them|my @kin) (in heaven|up there|in the ground|on the other side|in death)",
    ),
    ("suicide", "suicide|suicidal"),
    (
        "soon",
        "tonight|today|tomorrow|now|soon|weekend|morning|afternoon|evening|friday|saturday|sunday|monday|\
          tuesday|wednesday|thursday|midnight|week|month|later|christmas|birthday|anniversary|night",
    ),
    // Bodies and wounds.
    (
        "limb",
        "arm|arms|wrist|wrists|leg|legs|thigh|thighs|skin|stomach|hip|hips|forearm|ankle|ankles|hand|\
          hands|body|belly|shoulder|flesh",
    ),
    (
        "strike",
        "~hit|~beat|~punch|~slap|~kick|~choke|~strangle|~smack|~shove|~throttle|~batter|~bash|~whip|~belt|\
          ~thump|~stab|~headbutt|~bite|~burn|~assault|~attack|~molest|~rape|~abuse|~suffocate|~smother|\
          ~drag|~manhandle|~backhand|~clout|~wallop|~pummel|~clobber|~knock|~slam",
    ),
    (
        "harm",
        "~kill|~murder|~hurt|~harm|~stab|~shoot|~strangle|~choke|~attack|~beat|~punch|~poison|~burn|\
          ~smother|~suffocate|~hit|~smash|~gut|~slit|~maim|~torture|~knife|~slap|~execute|~slaughter|\
          ~butcher|~behead|~cripple|~unalive|~run over|~take out|~get rid of|~injure|~drown|~shake|\
          ~batter|~kick|~bash",
    ),
    (
        "slay",
        "~kill|~murder|~stab|~shoot|~strangle|~execute|~slaughter|~butcher|~behead|~gut|~poison|~knife|\
          ~kneecap|~slit|~maim|~torture|~decapitate",
    ),
    (
        "daily",
        "every day | each day | all the time | every night | constantly | most days | most nights | \
          always | still | again | daily | weekly | every week | every time | almost every day | a lot | \
          regularly | lately | whenever | when he drinks | when he is drunk | when she drinks | when he \
          gets angry | when she gets angry",
    ),
];
