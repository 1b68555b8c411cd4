internal import Access
internal import Design
internal import Kernel

/// What a pack is drawn from, for one reader.
struct PackModel {
  /// Somebody who read or printed it.
  struct Reading {
    let name: String
    let at: Instant
    let isPrinted: Bool
  }

  let meeting: Meeting
  let pack: Pack
  /// Its hash and when it was kept; `nil` while the meeting is open.
  let kept: KeptPack?
  let names: [ID<Account>: String]
  /// The vehicles still in force that the reader may see; `nil` for those who may not.
  let vehicles: [VehicleEntry]?
  /// The latest first.
  let readings: [Reading]
  /// Who reads it, and when.
  let reader: String
  let now: Instant
  let today: Day
  let mayOpen: Bool

  /// The marking line: who reads this copy.
  var readerLine: String { "Read by \(reader), \(London.words(now)). Every reader is recorded." }

  func actions(_ actions: [Pack.Action]) -> [TaskedAction] {
    actions.map { action in
      TaskedAction(
        id: ID(action.id), meeting: meeting.id, version: 0, content: action.content)
    }
  }

  var leading: [Pack.Exceptions] {
    pack.exceptions.filter { !pack.isBackground($0.found.source) }
  }

  var background: [Pack.Exceptions] {
    pack.exceptions.filter { pack.isBackground($0.found.source) }
  }

  var freshMaps: [Pack.Map] { pack.maps.filter { !pack.isBackground($0.source) } }
  var oldMaps: [Pack.Map] { pack.maps.filter { pack.isBackground($0.source) } }
}
