/// Tables of a made-up system, to try an import with and to write a mapping from.
enum CarrySample {
  static let key = "sample"

  /// The files that are offered, by name.
  static let files = [
    "mapping": mapping, "cases": cases, "people": people, "actions": actions, "notes": notes,
  ]

  static let mapping = """
    row,ours,theirs
    system,,Old Register
    dates,day-first,
    cases,reference,Case No
    cases,title,Summary
    cases,received,Opened
    cases,priority,Priority
    cases,kind,Type
    cases,officer,Officer
    cases,place,Street
    cases,started,First contact
    cases,updated,Last told
    people,reference,Case No
    people,name,Name
    people,role,Role
    people,born,Born
    people,contact,Reach them
    people,safety,Safe to reach
    actions,reference,Case No
    actions,task,Task
    actions,organisation,Who
    actions,due,By
    actions,done,Done
    notes,reference,Case No
    notes,at,When
    notes,text,What
    notes,kind,Sort
    priority,1,High
    priority,2,Medium
    priority,3,Low
    kind,night-noise,Noise at night
    kind,vandalism,Damage
    kind,drugs,Drugs
    role,complainant,Caller
    role,victim,Victim
    role,witness,Witness
    role,subject,Alleged
    organisation,council,Council
    organisation,police,Police
    note,contact,Telephone call
    note,fact,Visit
    note,opinion,View

    """

  static let cases = """
    Case No,Summary,Opened,Priority,Type,Officer,Street,First contact,Last told
    ASB/2025-017,Music above the shop at weekends,20/10/2025 09:30,High,Noise at night,officer@thornmere.example,TM1 0AA,21/10/2025,
    ASB/2025-022,Bins alight,3 November 2025,Medium,Damage,,TM1 0AA,,
    ASB/2025-031,Dealing on the stairs,10.11.25,High,Drugs,officer@thornmere.example,,12 Nov 2025 2:15pm,12/11/2025

    """

  static let people = """
    Case No,Name,Role,Born,Reach them,Safe to reach
    ASB/2025-017,Example Caller,Caller,,07700 900 001,Not after 6pm
    ASB/2025-017,Example Neighbour,Alleged,12/03/80,,
    ASB/2025-031,Example Witness,Witness,,witness@example.org,By email only

    """

  static let actions = """
    Case No,Task,Who,By,Done
    ASB/2025-017,Measure the noise,Council,31/12/2026,
    ASB/2025-022,Move the bins,Council,05/11/2025,04/11/2025
    ASB/2025-031,Patrol in the evening,Police,18/12/2026,

    """

  static let notes = """
    Case No,When,What,Sort
    ASB/2025-017,21/10/2025 14:00,"Heard it on the landing, through two doors",Visit
    ASB/2025-017,22/10/2025,The caller thinks it is worst on Fridays,View
    ASB/2025-031,12/11/2025 14:15,They cannot use the stairs after dark,Telephone call

    """
}
