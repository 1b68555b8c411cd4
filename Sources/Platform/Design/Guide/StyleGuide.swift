public import Markup

/// Every component on one page, with real figures.
///
/// For those who build pages and those who judge them. Application serves it at `/design`.
public struct StyleGuide: HTML {
  private let frame: Frame

  /// The style guide in the layout of a frame.
  public init(frame: Frame) { self.frame = frame }

  /// The whole page.
  public var body: some HTML {
    Page(frame: frame, title: "Style guide") {
      PageHead(
        "Style guide",
        lede: "River and thread. One calm ground, one strong ink, and a gold thread that joins "
          + "what was said to what was done.")
      nav(.class("jump"), .aria("label", "On this page")) {
        for part in StyleGuide.parts { a(.href("#\(part.id)")) { part.title } }
      }
      ColourGuide()
      TypeGuide()
      ActionGuide()
      FormGuide(csrf: frame.csrf)
      StatusGuide()
      FactGuide()
      TableGuide()
      TimelineGuide()
      ChartGuide()
      IconGuide()
    }
  }

  private static let parts: [(id: String, title: String)] = [
    ("colour", "Colour"), ("type", "Type"), ("actions", "Buttons and focus"), ("forms", "Forms"),
    ("status", "Status and messages"), ("facts", "Facts"), ("tables", "Lists and tables"),
    ("thread", "Thread"), ("charts", "Charts"), ("icons", "Icons"),
  ]
}

private struct ColourGuide: HTML {
  var body: some HTML {
    Sheet("Colour", id: "colour") {
      p {
        "The stylesheet names each colour once, for light, dark and paper; nothing else names a "
        "raw colour. A state is a word and a shape before it is a colour."
      }
      Swatches(title: "Surfaces and text", names: "paper ground sunk ink ink-2 line line-2")
      Swatches(
        title: "Identity",
        names: "river river-2 river-soft link visited thread thread-soft on-thread lamp")
      Swatches(
        title: "States",
        names: "good good-soft warn warn-soft bad bad-soft none none-soft")
      Swatches(title: "Charts", names: "c-1 c-2 c-quiet c-grid c-band s-0 s-1 s-2 s-3 s-4")
    }
  }
}

private struct Swatches: HTML {
  let title: String
  let names: String

  var body: some HTML {
    h3(.class("mt5")) { title }
    ul(.class("swatches"), .role("list")) {
      for name in names.split(separator: " ").map(String.init) {
        li {
          svg(.width(.percent(100)), .height(.px(48)), .aria("hidden", "true")) {
            rect(.width(.percent(100)), .height(.percent(100)), .fill("var(--\(name))"))
          }
          span { name }
        }
      }
    }
  }
}

private struct TypeGuide: HTML {
  var body: some HTML {
    Sheet("Type", id: "type") {
      p(.class("as-h1")) { "How we are doing" }
      p(.class("as-h2")) { "We did this" }
      p(.class("as-h3")) { "Who will see this" }
      p { "Text people read: 17 px in public, 16 px at a desk." }
      p(.class("small")) { "Tables, hints and labels: 15 px." }
      p(.class("xs")) { "Sources and dates: 13 px, never for what a person must act on." }
      p {
        "References use a slashed nought and open shapes: "
        span(.class("ref")) { "TM-7K42-0931" }
        ". Figures in tables stand under one another: "
        span(.class("num")) {
          "\(NumberText.whole(1041)), \(NumberText.percentChange(34.1495)), "
          NumberText.percentChange(-0.9457)
        }
        "."
      }
      hr()
      p(.class("flush small quiet")) {
        "The boundary line, as on a map: a dash and a dot. It parts sections and closes the "
        "masthead."
      }
    }
  }
}

private struct ActionGuide: HTML {
  var body: some HTML {
    Sheet("Buttons and focus", id: "actions") {
      div(.class("row")) {
        button(.class("btn"), .type(.button)) { "Save figures" }
        button(.class("btn line"), .type(.button)) { "Save as draft" }
        button(.class("btn bad"), .type(.button)) { "Withdraw publication" }
        LinkButton("Download CSV", to: "#actions")
      }
      p(.class("mt4")) {
        "What you are on is lit: a gap, a ring of ink and a halo. It shows on any surface."
      }
      div(.class("row focus-row")) {
        a(.class("focus-demo"), .href("#actions")) { "A link" }
        button(.class("btn focus-demo"), .type(.button)) { "A button" }
      }
    }
  }
}

private struct IconGuide: HTML {
  var body: some HTML {
    Sheet("Icons", id: "icons") {
      p { "Each stands beside a word and is not read out." }
      ul(.class("swatches"), .role("list")) {
        for name in Icon.Name.allCases {
          li {
            Icon(name)
            span { name.rawValue }
          }
        }
      }
    }
  }
}
