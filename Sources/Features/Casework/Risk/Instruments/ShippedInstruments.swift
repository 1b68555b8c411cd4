/// The instruments the program comes with, as the sheets they are kept as.
///
/// They are rows of the first schema and never change: what is put right is another version. No
/// matrix is national; the one threshold that is published is that of over 31 for high (Islington's
/// community MARAC). The list of 24 follows the structure of the DASH list of SafeLives, 14 and more
/// being high, in words of this program's own.
enum ShippedInstruments {
  static let matrix = """
    row,text,points,days
    title,Anti-social behaviour matrix
    source,"Written for this program: 18 questions of 0 to 3 points. High is over 31, as Islington's community MARAC publishes; Medium, from 16, is a local choice. Make a version of your own where your partnership has agreed one."
    question,How often does it happen?
    answer,Most days,3
    answer,Most weeks,2
    answer,Now and then,1
    answer,It was this once,0
    question,How long has it gone on?
    answer,More than a year,3
    answer,More than three months,2
    answer,Less than three months,1
    answer,It has only begun,0
    question,Is it getting worse?
    answer,"Yes, quickly",3
    answer,"Yes, somewhat",2
    answer,It stays the same,1
    answer,It gets better or has stopped,0
    question,Is it meant for this person or household?
    answer,"Yes, for them alone",3
    answer,"Yes, for them among others",2
    answer,They think so,1
    answer,No,0
    question,Is it because of who they are (hate)?
    answer,Yes,3
    answer,They think so,2
    answer,No,0
    answer,Not known,1
    question,Do those who do it live close by?
    answer,In the same building or next door,3
    answer,In the same street,2
    answer,Not known,1
    answer,Elsewhere,0
    question,Have those who do it used violence before?
    answer,"Yes, against this person",3
    answer,"Yes, against others",2
    answer,Not known,1
    answer,No,0
    question,Has anybody threatened them?
    answer,With a weapon or with death,3
    answer,Otherwise,2
    answer,They fear that somebody will,1
    answer,No,0
    question,Has anything of theirs been damaged?
    answer,More than once,3
    answer,Once,2
    answer,"No, but it was tried",1
    answer,No,0
    question,How does it affect their health?
    answer,They have been treated for it or speak of harming themselves,3
    answer,They cannot sleep or are ill because of it,2
    answer,It upsets them,1
    answer,Not so far,0
    question,How does it affect their days?
    answer,They have left home or want to,3
    answer,They stay in or avoid places,2
    answer,They have changed some habits,1
    answer,Not so far,0
    question,How afraid are they?
    answer,For their life or that of somebody at home,3
    answer,Most of the time,2
    answer,When it happens,1
    answer,Not afraid,0
    question,Are they ill or disabled?
    answer,"Yes, and it makes them less able to protect themselves",3
    answer,Yes,2
    answer,Not known,1
    answer,No,0
    question,Are there children or frail people at home?
    answer,"Yes, and it harms them",3
    answer,Yes,2
    answer,Not known,1
    answer,No,0
    question,Who supports them?
    answer,Nobody,3
    answer,"A few, but not with this",2
    answer,"Friends, family or a worker",1
    answer,They have all the support they need,0
    question,Do they depend on those who do it?
    answer,"Yes, for care, money or their home",3
    answer,In part,2
    answer,Not known,1
    answer,No,0
    question,"Do drugs, alcohol or a home taken over play a part?"
    answer,They are under pressure because of it,3
    answer,Those who do it use or sell,2
    answer,Not known,1
    answer,No,0
    question,How many more are harmed by it?
    answer,The whole street or building,3
    answer,Several households,2
    answer,One other household,1
    answer,Nobody else,0
    band,Standard,0,60
    band,Medium,16,28
    band,High,32,10
    """

  static let list24 = """
    row,text,points,days
    title,Domestic abuse list of 24
    source,"After the structure of the SafeLives DASH list: 24 questions, 14 and more is high. The wording is this program's own; use the list your agencies are trained in where it differs. Judgement, escalation and repeats raise the risk whatever the score."
    lists,no
    check,Did what happened last injure them?,1
    check,Are they very frightened?,1
    check,Are they afraid of being hurt or killed?,1
    check,Are they cut off from family or friends?,1
    check,Do they feel low or think of taking their life?,1
    check,Have they parted or tried to part within the last year?,1
    check,Is there conflict about seeing the children?,1
    check,"Are they followed, watched, called or written to all the time?",1
    check,Are they pregnant or had a baby within 18 months?,1
    check,Does it happen more often than it did?,1
    check,Does it get worse?,1
    check,"Is everything they do controlled, or jealousy extreme?",1
    check,Has a weapon or a thing been used to hurt them?,1
    check,Was there a threat to kill them or somebody else that they believed?,1
    check,"Were they choked, strangled, smothered or held under water?",1
    check,Are they made to do sexual things or hurt in them?,1
    check,Does anybody else threaten them or make them afraid?,1
    check,Has somebody else been hurt by the same person?,1
    check,Has an animal been hurt?,1
    check,"Do they depend for money, or has work been lost lately?",1
    check,"Do drugs, alcohol or mental illness play a part in the other?",1
    check,Has the other threatened or tried suicide?,1
    check,Were bail terms or an order broken?,1
    check,Has the other been in trouble with the police?,1
    band,Standard,0,60
    band,Medium,10,28
    band,High,14,10
    """
}
