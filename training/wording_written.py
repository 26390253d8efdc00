"""Pairs of quotations of one speaker, written for scoring: what corpora in English seldom hold.

`TRANSLATED` are one utterance that two desks put into English, or one heard and the other read from a transcript.
`ON_ONE_SUBJECT` are two utterances of one speaker on one subject. All are made up.
"""

TRANSLATED = (
    ("We expect a clear and strong response", "We are waiting for a clear and strong reaction"),
    ("The ball is now in their court", "Now the ball is on their side of the court"),
    (
        "We are ready to resume the talks without any preconditions",
        "We are prepared to restart negotiations with no preliminary conditions",
    ),
    ("Those who want peace do not set ultimatums", "Whoever wants peace does not issue ultimatums"),
    (
        "Our soldiers will not leave a single metre of this land",
        "Our troops will not withdraw from one meter of this land",
    ),
    (
        "We did not start this war, but we will finish it",
        "It was not us who began this war, but we are going to end it",
    ),
    (
        "A truce without guarantees is only a pause before the next attack",
        "A ceasefire with no guarantees is merely a break before the next assault",
    ),
    (
        "The delegation has all the powers it needs to take decisions",
        "The delegation has the full authority necessary to make decisions",
    ),
    ("I see no sense in a meeting for the sake of a meeting", "I do not see any point in meeting just to meet"),
    (
        "They must first withdraw their forces, and only then can we talk",
        "First they should pull back their troops, only after that we can talk",
    ),
    (
        "The exchange will take place in the coming days, all for all",
        "The swap will happen in the next days, everyone for everyone",
    ),
    (
        "Our neighbours have shown once more that they are not serious",
        "Our neighbors demonstrated again that they are not serious",
    ),
    (
        "We have waited for three years and we can wait for three more",
        "We waited three years and can wait another three",
    ),
    ("It is too early to speak about the results", "It is premature to talk about results"),
    (
        "The president gave the order to open the corridor tonight",
        "The president has ordered the corridor to be opened this evening",
    ),
    ("We hand over a list of one thousand names today", "Today we are giving them a list of 1,000 names"),
    ("No foreign soldier will stand on our soil", "There will be no foreign soldiers on our soil"),
    ("The door of diplomacy remains open, but not for ever", "The door for diplomacy is still open, but not forever"),
    ("We will judge them by their deeds and not by their words", "We shall judge them by actions, not by words"),
    (
        "Nobody has the right to decide the fate of our people without us",
        "No one may decide the destiny of our people without us",
    ),
    ("The root causes of the conflict have to be removed", "The underlying causes of the conflict must be eliminated"),
    ("I am prepared to meet him at any place and at any time", "I am ready to meet with him anywhere and any time"),
    ("This proposal deserves serious attention", "The proposal merits serious attention"),
    (
        "We never rejected the talks, it was they who walked out",
        "We have never refused negotiations, they were the ones who left",
    ),
    (
        "If the shelling goes on, there will be nothing to talk about",
        "If the shelling continues, there is nothing to discuss",
    ),
    ("The waters of the estuary belong to both nations", "The waters of the estuary are the property of both peoples"),
    ("Our patience is not endless", "Our patience is not without limits"),
    (
        "We take note of the statement and will study it carefully",
        "We have noted the statement and we will examine it closely",
    ),
    ("What happened last night is a crime against humanity", "What occurred last night was a crime against humanity"),
    ("The mediators have done everything that was in their power", "The mediators did all that was within their power"),
)

ON_ONE_SUBJECT = (
    ("We expect a clear and strong response", "We expect our partners to keep their word"),
    ("The ball is now in their court", "They have not answered our letter for nine days"),
    (
        "We are ready to resume the talks without any preconditions",
        "We will not resume the talks until the prisoners are home",
    ),
    ("We are ready for talks in any format", "We are ready for any turn of events"),
    ("Those who want peace do not set ultimatums", "We want peace more than anyone else"),
    ("Our soldiers will not leave a single metre of this land", "Our soldiers hold the line along the whole river"),
    (
        "A truce without guarantees is only a pause before the next attack",
        "A truce of thirty days would allow both sides to bury their dead",
    ),
    (
        "The delegation has all the powers it needs to take decisions",
        "The delegation will leave for the capital on Monday",
    ),
    (
        "The exchange will take place in the coming days, all for all",
        "The exchange has been put off because the lists do not agree",
    ),
    ("We have agreed on the text of a ceasefire", "We have not agreed on the text of a ceasefire"),
    ("The ceasefire will last for three days", "The ceasefire will last for thirty days"),
    ("It is too early to speak about the results", "The results of the first day are modest"),
    ("We hand over a list of one thousand names today", "The list that we were given holds names of the dead"),
    ("No foreign soldier will stand on our soil", "Foreign soldiers would guard the dam and nothing else"),
    ("The door of diplomacy remains open, but not for ever", "Diplomacy needs silence, and there is no silence here"),
    (
        "We will judge them by their deeds and not by their words",
        "Their words yesterday were an insult to the mediators",
    ),
    ("The root causes of the conflict have to be removed", "The conflict has cost us ten thousand lives"),
    ("I am prepared to meet him at any place and at any time", "I will meet him when the guns are silent"),
    ("This proposal deserves serious attention", "This proposal was written by people who have never seen the front"),
    (
        "We never rejected the talks, it was they who walked out",
        "The talks were useful, and there will be another round",
    ),
    (
        "If the shelling goes on, there will be nothing to talk about",
        "The shelling went on all night and two children are dead",
    ),
    ("The waters of the estuary belong to both nations", "The estuary will be cleared of mines before the winter"),
    ("We take note of the statement and will study it carefully", "The statement does not contain a single new word"),
    ("What happened last night is a crime against humanity", "What happened last night will not change our position"),
    (
        "The mediators have done everything that was in their power",
        "The mediators asked us for two more days, and we gave them",
    ),
    ("We reject the proposal in its present form", "We accept the proposal in its present form"),
    ("We want a full and unconditional ceasefire", "We want full control of the border crossings"),
    ("The talks were difficult but useful", "The talks will go on at the level of experts"),
    ("I thank the hosts for their patience", "I thank the families for their trust"),
    ("Sanctions must be lifted on the first day", "Sanctions have done more harm to those who imposed them"),
    (
        "The next round will be held in the second week of June",
        "The next round will be held only if the shelling stops",
    ),
    ("They are playing for time", "They are bombing hospitals"),
)
