internal import Design
internal import Kernel
internal import Markup

/// What the list of files shows.
struct EvidenceListModel {
  let state: EvidenceState
  let files: [EvidenceFile]
  let hasMore: Bool
}

/// The files of a state, the newest first: above all those that wait to be released.
struct EvidenceListPage: HTML {
  static let shown: [EvidenceState] = [.held, .infected, .waiting, .ready, .deleted]
  let model: EvidenceListModel

  var body: some HTML {
    PageHead("Evidence")
    nav(.class("jump"), .aria("label", "States")) {
      for state in Self.shown {
        a(
          .href(EvidenceRoute.list(state, before: nil).path),
          .aria("current", "page").when(state == model.state)
        ) { state.title }
      }
    }
    Sheet(model.state.title) {
      if model.files.isEmpty { p(.class("quiet")) { "There are none." } }
      if !model.files.isEmpty { EvidenceTable(files: model.files) }
      if model.hasMore, let last = model.files.last {
        p { a(.href(EvidenceRoute.list(model.state, before: last.id).path)) { "Earlier ones" } }
      }
    }
  }
}
