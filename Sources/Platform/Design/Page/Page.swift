public import HTTP
public import Markup

/// A whole document: the layout around the content of one page.
///
///     Page(frame: visit.frame, title: "Plans", crumbs: [Crumb("Performance", "/indicators")]) {
///       PageHead("Plans")
///       …
///     }
///
/// The content holds the one `h1`, by ``PageHead`` or as the label of a form's one question. Where
/// a form was refused, pass the refusal: "Error: " is put before the title, and the content begins
/// with an ``ErrorSummary``.
public struct Page<Content: HTML>: HTML {
  private let frame: Frame
  private let title: String
  private let crumbs: [Crumb]
  private let isWide: Bool
  private let content: Content

  /// A page with its title, which is also that of its tab, and the pages above it.
  ///
  /// `isWide` leaves the width to the content, for bands from edge to edge.
  public init(
    frame: Frame, title: String, crumbs: [Crumb] = [], refusal: Refusal? = nil,
    isWide: Bool = false, @HTMLBuilder content: () -> Content
  ) {
    self.frame = frame
    let mark = refusal == nil ? "" : "Error: "
    self.title = "\(mark)\(title) - \(frame.partnership)"
    self.crumbs = crumbs
    self.isWide = isWide
    self.content = content()
  }

  /// The document.
  public var body: some HTML {
    Raw("<!doctype html>\n")
    html(.lang("en-GB")) {
      Head(title: title, assets: frame.assets)
      Markup.body(.class(frame.isPublic ? "public" : "desk")) {
        Raw(trusted: sprite)
        a(.class("skip"), .href("#main")) { "Skip to main content" }
        Strips(frame: frame)
        Masthead(frame: frame)
        Navigation(links: frame.navigation)
        if let address = frame.quickExit { QuickExit(address: address) }
        main(.id("main"), .class(isWide ? "front" : "wrap"), .tabindex(-1)) {
          if !frame.languages.isEmpty { LanguageChoices(links: frame.languages) }
          if !crumbs.isEmpty { Breadcrumbs(crumbs) }
          if let notice = frame.notice { Done(text: notice) }
          content
        }
        Foot(frame: frame)
      }
    }
  }
}

private struct Head: HTML {
  let title: String
  let assets: Assets

  var body: some HTML {
    head {
      meta(.charset("utf-8"))
      meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
      Markup.title { title }
      meta(.name("color-scheme"), .content("light dark"))
      link(.rel("stylesheet"), .href(assets.stylesheet.path))
      link(.rel("icon"), .type(assets.emblem.contentType), .href(assets.emblem.path))
      script(.src(assets.script.path), .defer) {}
    }
  }
}

private struct Done: HTML {
  let text: String

  var body: some HTML {
    div(.class("notice good"), .role("status")) {
      p {
        Icon(.good)
        " "
        strong { text }
      }
    }
  }
}
