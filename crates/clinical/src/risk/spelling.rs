//! How people type: contractions, short forms, slang that hides a word from filters, misspellings.

/// What a typed word stands for. Contractions are written without their apostrophe.
pub(crate) const MEANS: &[(&str, &str)] = &[
    // Contractions.
    ("dont", "do not"), ("dnt", "do not"), ("don", "do not"), ("cant", "can not"), ("cannot", "can not"),
    ("carnt", "can not"), ("cnt", "can not"), ("wont", "will not"), ("isnt", "is not"), ("arent", "are not"),
    ("wasnt", "was not"), ("werent", "were not"), ("doesnt", "does not"), ("dosent", "does not"),
    ("doesent", "does not"), ("didnt", "did not"), ("didn", "did not"), ("hasnt", "has not"), ("havent", "have not"),
    ("havnt", "have not"), ("hadnt", "had not"), ("wouldnt", "would not"), ("couldnt", "could not"),
    ("shouldnt", "should not"), ("mustnt", "must not"), ("neednt", "need not"), ("aint", "is not"),
    ("shant", "will not"), ("im", "i am"), ("iam", "i am"), ("ive", "i have"), ("hes", "he is"), ("shes", "she is"),
    ("its", "it is"), ("thats", "that is"), ("theres", "there is"), ("whats", "what is"), ("whos", "who is"),
    ("hed", "he would"), ("theyd", "they would"), ("theyll", "they will"), ("theyre", "they are"),
    ("theyve", "they have"), ("youre", "you are"), ("youve", "you have"), ("youll", "you will"),
    ("youd", "you would"), ("weve", "we have"), ("itll", "it will"), ("itd", "it would"), ("thatll", "that will"),
    ("therell", "there will"), ("wouldve", "would have"), ("shouldve", "should have"), ("couldve", "could have"),
    ("mightve", "might have"), ("wouldntve", "would not have"), ("shoulda", "should have"),
    ("coulda", "could have"), ("woulda", "would have"), ("mums", "mum is"), ("everyones", "everyone is"),
    ("nobodys", "nobody is"), ("lifes", "life is"), ("nothings", "nothing is"), ("everythings", "everything is"),
    // Run together and short.
    ("gonna", "going to"), ("gona", "going to"), ("gunna", "going to"), ("gon", "going to"), ("wanna", "want to"),
    ("wana", "want to"), ("gotta", "have to"), ("hafta", "have to"), ("tryna", "trying to"), ("tryin", "trying"),
    ("imma", "i am going to"), ("ima", "i am going to"), ("finna", "going to"), ("boutta", "about to"),
    ("bouta", "about to"), ("abt", "about"), ("lemme", "let me"), ("gimme", "give me"), ("kinda", "kind of"),
    ("sorta", "sort of"), ("outta", "out of"), ("dunno", "do not know"), ("idk", "i do not know"),
    ("idc", "i do not care"), ("idgaf", "i do not care"), ("iwtd", "i want to die"), ("iwd", "i want to die"),
    ("kms", "kill myself"), ("kys", "kill yourself"), ("ctb", "kill myself"), ("u", "you"), ("ur", "your"),
    ("r", "are"), ("n", "and"), ("y", "why"), ("tn", "tonight"), ("2nite", "tonight"), ("2night", "tonight"),
    ("tonite", "tonight"), ("2day", "today"), ("tmrw", "tomorrow"), ("tmr", "tomorrow"), ("tmw", "tomorrow"),
    ("tomoro", "tomorrow"), ("2morrow", "tomorrow"), ("2mro", "tomorrow"), ("rn", "right now"), ("atm", "right now"),
    ("bc", "because"), ("cuz", "because"), ("coz", "because"), ("cos", "because"), ("cause", "because"),
    ("bcuz", "because"), ("becuase", "because"), ("tho", "though"), ("altho", "although"), ("thru", "through"),
    ("ppl", "people"), ("sb", "somebody"), ("smth", "something"), ("sth", "something"), ("w", "with"),
    ("wo", "without"), ("pls", "please"), ("plz", "please"), ("rlly", "really"), ("rly", "really"), ("srsly", "seriously"),
    ("prolly", "probably"), ("prob", "probably"), ("probs", "probably"), ("bday", "birthday"), ("bf", "boyfriend"),
    ("gf", "girlfriend"), ("bff", "friend"), ("ngl", ""), ("tbh", ""), ("fr", ""), ("frfr", ""), ("bruh", ""), ("bro", ""),
    ("omg", ""), ("af", ""), ("um", ""), ("uh", ""), ("er", ""), ("erm", ""), ("umm", ""), ("hmm", ""), ("fucking", ""), ("fuckin", ""),
    ("freaking", ""), ("frickin", ""), ("bloody", ""), ("effing", ""), ("goddamn", ""), ("damn", ""), ("fking", ""), ("actually", ""),
    ("literally", ""), ("honestly", ""), ("basically", ""), ("seriously", ""), ("anymor", "anymore"), ("nomore", "anymore"), ("nm", "nothing"), ("alot", "a lot"), ("noone", "nobody"),
    ("everyday", "every day"), ("everynight", "every night"), ("inorder", "in order"), ("incase", "in case"),
    ("yh", "yes"), ("yeh", "yes"), ("yea", "yes"), ("ya", "yes"), ("yup", "yes"), ("yep", "yes"), ("ye", "yes"), ("aye", "yes"),
    ("yeah", "yes"), ("yess", "yes"), ("mhm", "yes"), ("mmhm", "yes"), ("nah", "no"), ("nope", "no"), ("naw", "no"),
    ("nvr", "never"), ("neva", "never"), ("evry", "every"), ("luv", "love"), ("gud", "good"), ("bby", "baby"),
    ("mom", "mum"), ("mam", "mum"), ("mama", "mum"), ("mommy", "mum"), ("mummy", "mum"), ("daddy", "dad"), ("moms", "mum"),
    ("dads", "dad"), ("papa", "dad"), ("hubby", "husband"), ("fella", "husband"), ("missus", "wife"), ("kiddo", "kid"), ("kiddos", "kids"),
    // Words that hide another from filters.
    ("unalive", "kill"), ("unalived", "killed"), ("unaliving", "killing"), ("unlive", "kill"), ("unliving", "killing"), ("selfdelete", "kill myself"),
    ("sewerslide", "suicide"), ("sewercide", "suicide"), ("sewyside", "suicide"), ("suislide", "suicide"), ("sui", "suicide"),
    ("sewerslidal", "suicidal"), ("suwuicide", "suicide"), ("suey", "suicide"), ("sooicide", "suicide"), ("scide", "suicide"),
    ("suicdie", "suicide"), ("suside", "suicide"), ("suiside", "suicide"), ("sucide", "suicide"), ("suecide", "suicide"), ("sucidal", "suicidal"),
    ("suacide", "suicide"), ("sucicidal", "suicidal"), ("sueycidal", "suicidal"), ("suisidal", "suicidal"), ("sh", "selfharm"), ("cvtting", "cutting"),
    ("cutt", "cut"), ("r4pe", "rape"), ("graped", "raped"), ("grape'd", "raped"), ("pew", "gun"), ("pewpew", "gun"), ("dyin", "dying"), ("dieing", "dying"),
    ("deth", "death"), ("dead.", "dead"), ("offing", "killing"), ("od", "overdose"), ("oded", "overdosed"), ("oding", "overdosing"), ("ods", "overdoses"),
    ("overdosage", "overdose"), ("selfharming", "selfharm"), ("selfharmed", "selfharm"), ("selfinjury", "selfharm"), ("selfinjure", "selfharm"), ("selfharms", "selfharm"),
    ("myslef", "myself"), ("mysef", "myself"), ("meself", "myself"), ("mself", "myself"), ("miself", "myself"), ("myselfs", "myself"), ("youself", "yourself"),
    ("hisself", "himself"), ("themself", "themselves"), ("theirself", "themselves"), ("theirselves", "themselves"), ("killl", "kill"), ("kil", "kill"), ("kll", "kill"),
    ("jus", "just"), ("js", "just"), ("wat", "what"), ("wen", "when"), ("sumtimes", "sometimes"), ("rember", "remember"), ("nite", "night"), ("2", "to"), ("4", "for"),
    ("tylenol", "paracetamol"), ("acetaminophen", "paracetamol"), ("panadol", "paracetamol"), ("advil", "paracetamol"), ("ibuprofen", "paracetamol"), ("aspirin", "paracetamol"),
    ("xanax", "pills"), ("valium", "pills"), ("ambien", "pills"), ("oxy", "pills"), ("oxycodone", "pills"), ("tramadol", "pills"), ("amitriptyline", "pills"), ("seroquel", "pills"),
    ("klonopin", "pills"), ("zopiclone", "pills"), ("benzos", "pills"), ("benadryl", "pills"), ("fentanyl", "pills"), ("morphine", "pills"), ("codeine", "pills"), ("propranolol", "pills"), ("diazepam", "pills"), ("lorazepam", "pills"), ("temazepam", "pills"), ("trazodone", "pills"), ("hydrocodone", "pills"), ("oxycontin", "pills"),
    ("behaviour", "behavior"), ("neighbour", "neighbor"), ("neighbours", "neighbors"), ("realise", "realize"), ("pyjamas", "pajamas"),
];

/// Words so telling that a slip of the finger, a digit for a letter or a star must not hide them.
pub(crate) const TELLING: &[&str] = &[
    "suicide", "suicidal", "suicidally", "myself", "overdose", "overdosed", "overdosing", "hopeless", "worthless",
    "tonight", "tomorrow", "depressed", "anymore", "insulin", "medication", "strangled", "strangle", "strangling", "threatened",
    "threatens", "burden", "goodbye", "goodbyes", "tablets", "selfharm", "cutting", "hanging", "killing", "antidepressants",
    "everyone", "somebody", "without", "disappear", "unbearable", "razor", "choked", "choking", "raped", "molested", "abused",
    "abusing", "abuses", "stalking", "blackmail", "blackmailing", "trafficked", "helpless", "pointless", "exhausted", "husband", "boyfriend", "girlfriend", "stepdad",
    "stepfather", "children", "daughter", "yourself", "himself", "herself", "themselves", "forever", "nobody", "nothing", "paracetamol", "bridge", "knife",
];

/// Short telling words: found under stars and digits, but not by likeness, since too many words are like them.
pub(crate) const SHORT: &[&str] = &[
    "kill", "kills", "killed", "die", "died", "dead", "death", "dying", "cut", "cuts", "rape", "raped", "rapes", "gun",
    "guns", "knife", "shoot", "shot", "bomb", "bombs", "hang", "pills", "drugs", "murder", "murdered", "stab", "abuse",
    "sex", "noose", "hurt", "harm", "kms", "kys", "razor", "blade", "bleach", "beat", "porn", "hate", "end", "life", "stop",
];

/// Words that are near a telling word and mean something else.
pub(crate) const OTHERWISE: &[&str] = &[
    "overdone", "bride", "bridges", "ridge", "fridge", "hopeful", "cuttings", "putting", "outing", "hinging",
    "banging", "ranging", "changing", "handing", "hanginge", "filling", "billing", "milling", "willing", "pilling", "skilling", "chilling",
    "spilling", "drilling", "grilling", "chocked", "choosing", "chosen", "stocked", "stalling", "stocking", "talking", "walking", "stacking",
    "bidden", "burdens", "burned", "hidden", "garden", "warden", "harden", "tables", "tablet", "table", "tablecloth", "razors", "raised", "rayon",
    "abased", "amused", "bused", "raced", "rated", "raved", "aped", "taped", "rapped", "raped", "draped", "grapes", "scraped", "shaped", "insular",
    "meditation", "mediation", "dedication", "medications", "nobly", "noting", "notching", "knitting", "knives", "forewer", "within", "herself", "childrens",
    "laughter", "slaughter", "daughters", "husbands", "boyfriends", "girlfriends", "threaten", "threatening", "strangler", "stronger", "stranger", "strangest", "chocking",
    "shocking", "checking", "chucking", "chocolate", "joked", "joking", "cloaking", "overdue", "overdoes", "killings", "kissing", "rolling", "calling", "falling", "hunting", "hiking",
    "disappears", "disappeared", "reappear", "anywhere", "anyone", "depress", "depresses", "despised", "repressed", "impressed", "pressed", "deceased", "kniffe", "unknown", "tangled", "shuttering",
    "cutting", "curing", "nutting", "gutting", "jutting", "mutting", "shutting", "cuffing", "cutlery", "ageing",
];

/// What a picture says.
pub(crate) const PICTURES: &[(char, &str)] = &[
    ('🔫', "gun"), ('🔪', "knife"), ('🗡', "knife"), ('💊', "pills"), ('🩸', "blood"), ('⚰', "coffin"), ('🪦', "coffin"), ('🪢', "noose"), ('🌉', "bridge"),
    ('💣', "bomb"), ('😂', "haha"), ('🤣', "haha"), ('😆', "haha"), ('😅', "haha"), ('😹', "haha"), ('💀', "skull"), ('☠', "skull"), ('😭', "sob"), ('🪒', "razor"), ('👋', "wave"), ('🕊', "dove"),
    ('🔥', "fire"), ('💪', "strong"), ('🚂', "train"), ('🚆', "train"), ('😝', "haha"), ('😜', "haha"), ('🙃', "smile"),
];
