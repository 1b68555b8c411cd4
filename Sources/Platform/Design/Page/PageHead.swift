public import Markup

/// The title of a page, with what stands above, below and beside it.
///
///     PageHead("Total burglary", kicker: "D-1") { LinkButton("Download CSV", to: path) }
public struct PageHead<Actions: HTML>: HTML {
  private let heading: String
  private let kicker: String?
  private let lede: String?
  private let actions: Actions

  /// A title with a small line above it, a sentence below it, and links beside it.
  public init(
    _ title: String, kicker: String? = nil, lede: String? = nil,
    @HTMLBuilder actions: () -> Actions
  ) {
    heading = title
    self.kicker = kicker
    self.lede = lede
    self.actions = actions()
  }

  /// The title.
  public var body: some HTML {
    div(.class("pagehead row")) {
      div {
        if let kicker { p(.class("kicker")) { kicker } }
        h1(.class("flush").when(lede == nil)) { heading }
        if let lede { p(.class("lede")) { lede } }
      }
      actions
    }
  }
}

extension PageHead where Actions == Nothing {
  /// A title with a small line above it and a sentence below it.
  public init(_ title: String, kicker: String? = nil, lede: String? = nil) {
    self.init(title, kicker: kicker, lede: lede) {}
  }
}
