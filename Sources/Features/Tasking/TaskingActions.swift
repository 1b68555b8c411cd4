/// What the audit trail notes of tasking, in words.
enum TaskingActions {
  static let words = [
    "tasking.action-added": "Action decided",
    "tasking.action-changed": "Action changed",
    "tasking.action-reported": "Outcome of an action recorded",
    "tasking.exceptions-tested": "Week or month tested for exceptions",
    "tasking.incidents-read": "Incidents behind an exception read",
    "tasking.meeting-closed": "Tasking meeting closed and its pack kept",
    "tasking.meeting-planned": "Tasking meeting planned",
    "tasking.pack-printed": "Tasking pack printed",
    "tasking.pack-read": "Tasking pack read",
    "tasking.vehicle-authorised": "Vehicle authorised for the restricted list",
    "tasking.vehicle-looked-up": "Restricted list of vehicles asked for one",
    "tasking.vehicle-proposed": "Vehicle proposed for the restricted list",
    "tasking.vehicle-removed": "Vehicle taken off the restricted list",
    "tasking.vehicles-read": "Restricted list of vehicles read",
  ]
}
