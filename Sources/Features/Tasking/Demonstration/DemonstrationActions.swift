internal import Kernel
internal import Partnership

/// One made-up decision of the demonstration, and what came of it.
struct DemonstrationAction {
  /// Weeks before the latest meeting at which it was decided.
  let weeksBefore: Int
  let problem: String
  let task: String
  /// A ward of the borough; the whole area where empty.
  let ward: String
  let stage: SARAStage
  /// The key of the organisation that owns it.
  let agency: String
  /// Days after the meeting on which it is due.
  let days: Int
  var state = ActionState.toDo
  var reason = ""

  static let all = [
    DemonstrationAction(
      weeksBefore: 4, problem: "Mopeds racing at night, Wherry Quay",
      task: "Count passes and times over two weekends from the quay's cameras", ward: "Millwharf",
      stage: .analysis, agency: "council", days: 7, state: .done,
      reason: "Counted: most between 10pm and 1am on Fridays"),
    DemonstrationAction(
      weeksBefore: 4, problem: "Broken lights in the Ropewalk underpass",
      task: "Mend the lights and tell the ward panel when it is done", ward: "Millwharf",
      stage: .response, agency: "council", days: 10, state: .done, reason: "Mended on time"),
    DemonstrationAction(
      weeksBefore: 3, problem: "Street drinking outside Northgate Market",
      task: "Outreach on four evenings, and a count of who accepts help", ward: "Northgate",
      stage: .response, agency: "health", days: 14, state: .notDone,
      reason: "Two of four evenings done: staff were ill"),
    DemonstrationAction(
      weeksBefore: 3, problem: "Bicycle thefts at the station",
      task: "Move the cycle stands under the camera", ward: "Northgate", stage: .response,
      agency: "council", days: 14, state: .notPossible,
      reason: "The land belongs to the railway, which refused"),
    DemonstrationAction(
      weeksBefore: 2, problem: "Noise from the flats on Stepbridge High Street",
      task: "Write to every flat and hold a drop-in at the community room", ward: "Stepbridge",
      stage: .response, agency: "homes", days: 7, state: .done,
      reason: "31 letters, 9 people came"),
    DemonstrationAction(
      weeksBefore: 2, problem: "Mopeds racing at night, Wherry Quay",
      task: "Patrols on Fridays, 10pm to 1am, for four weeks", ward: "Millwharf",
      stage: .response, agency: "police", days: 28),
    DemonstrationAction(
      weeksBefore: 1, problem: "Small fires in the bins of Eastcroft",
      task: "Check the bin stores and name those without locks", ward: "Eastcroft",
      stage: .scanning, agency: "fire", days: 7, state: .done, reason: "6 of 22 have no lock"),
    DemonstrationAction(
      weeksBefore: 1, problem: "Shop thefts in the town centre",
      task: "Ask ten shops what they report and why they do not", ward: "Northgate",
      stage: .analysis, agency: "voluntary", days: 14),
    DemonstrationAction(
      weeksBefore: 1, problem: "Dumped rubbish behind Tannery workshops",
      task: "Clear it and put up the camera that moves", ward: "Tannery", stage: .response,
      agency: "council", days: 5, state: .notDone, reason: "Cleared; the camera is being mended"),
    DemonstrationAction(
      weeksBefore: 0, problem: "Small fires in the bins of Eastcroft",
      task: "Fit six locks, then count fires for eight weeks", ward: "Eastcroft",
      stage: .response, agency: "homes", days: 14),
    DemonstrationAction(
      weeksBefore: 0, problem: "Did the quay patrols work?",
      task: "Compare Fridays with the eight weeks before, and with the next quay",
      ward: "Millwharf",
      stage: .assessment, agency: "council", days: 21),
  ]
}

/// One made-up vehicle; its mark has letters and figures that no mark has together.
struct DemonstrationVehicle {
  let plate: String
  let purpose: String
  let grading: SourceGrading
  var conditions = ""
  /// Days from today until the last day; negative for one that has expired.
  let days: Int
  let isAuthorised: Bool

  static let all = [
    DemonstrationVehicle(
      plate: "QQ00 QIQ",
      purpose: "Seen at dumped rubbish behind Tannery workshops. Note where and when, do not stop",
      grading: SourceGrading(source: .reliable, assessment: .direct, handling: .permitted),
      days: 30,
      isAuthorised: true),
    DemonstrationVehicle(
      plate: "ZQ99 IIQ",
      purpose:
        "Racing at Wherry Quay on three Fridays. Stop under road traffic powers if seen racing",
      grading: SourceGrading(source: .untested, assessment: .corroborated, handling: .conditional),
      conditions: "Police and council enforcement only", days: 12, isAuthorised: true),
    DemonstrationVehicle(
      plate: "IQ00 ZQZ", purpose: "Said to carry stolen bicycles from the station. Note only",
      grading: SourceGrading(source: .untested, assessment: .indirect, handling: .permitted),
      days: 20, isAuthorised: false),
    DemonstrationVehicle(
      plate: "QZ00 III", purpose: "Seen near small fires in Eastcroft in September. Note only",
      grading: SourceGrading(source: .untested, assessment: .notKnown, handling: .permitted),
      days: -3, isAuthorised: true),
  ]
}
