import Markup

/// The lines above everything: that this is a demonstration, and what the partnership must know.
struct Strips: HTML {
  let frame: Frame

  var body: some HTML {
    if frame.isDemonstration || frame.warning != nil {
      aside(.class("demo"), .aria("label", "About this service")) {
        div(.class("wrap")) {
          if frame.isDemonstration {
            p {
              strong { "Demonstration." }
              " People, places, cases and monthly figures are made up."
            }
          }
          if let warning = frame.warning {
            p {
              Icon(.alert)
              " "
              strong { warning }
            }
          }
        }
      }
    }
  }
}

/// The emblem, the partnership's name, and who has signed in.
struct Masthead: HTML {
  let frame: Frame

  var body: some HTML {
    header(.class("masthead")) {
      div(.class("wrap")) {
        a(.class("brand"), .href(frame.home), .translate(false)) {
          Icon(.mark)
          span {
            "Hamlet"
            small { frame.partnership }
          }
        }
        if let person = frame.person {
          SignedIn(person: person, frame: frame)
        } else if let entrance = frame.entrance {
          span(.class("who")) { a(.href(entrance.path)) { entrance.title } }
        }
      }
    }
  }
}

private struct SignedIn: HTML {
  let person: String
  let frame: Frame

  var body: some HTML {
    form(.class("who"), .method(.post), .action(frame.signOut)) {
      input(.type(.hidden), .name("csrf"), .value(frame.csrf))
      a(.href(frame.account)) {
        span(.class("hide")) { "Your account, " }
        person
      }
      button(.type(.submit), .class("plain")) { "Sign out" }
    }
  }
}

/// The main navigation; nothing where there are no links.
///
/// More than a few fold behind one "Menu" where the window is narrow; very many stand in groups where it
/// is wide. The style unfolds it there: a browser that cannot shows the fold.
struct Navigation: HTML {
  /// More links than these are folded where the window is narrow.
  static let mostUnfolded = 4
  /// From so many on they stand in groups.
  static let grouped = 15

  let links: [NavigationLink]

  var body: some HTML {
    if !links.isEmpty {
      nav(.class("mainnav"), .aria("label", "Main")) {
        div(.class("wrap")) {
          if links.count > Self.mostUnfolded {
            details {
              summary {
                "Menu"
                if let current { span(.class("quiet")) { ": \(current.title)" } }
              }
              if links.count < Self.grouped { NavigationList(links: links) } else { groups }
            }
          } else {
            NavigationList(links: links)
          }
        }
      }
    }
  }

  private var current: NavigationLink? { links.first(where: \.isCurrent) }

  private var groups: some HTML {
    div(.class("groups")) {
      for name in names {
        div {
          if !name.isEmpty { p(.class("small quiet"), .aria("hidden", "true")) { name } }
          NavigationList(links: links.filter { $0.group == name }, name: name)
        }
      }
    }
  }

  /// What the groups are called, in the order of their first links.
  private var names: [String] {
    links.map(\.group).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

private struct NavigationList: HTML {
  let links: [NavigationLink]
  var name = ""

  var body: some HTML {
    ul(.role("list"), .aria("label", name).when(!name.isEmpty)) {
      for link in links {
        li { a(.href(link.path), .aria("current", "page").when(link.isCurrent)) { link.title } }
      }
    }
  }
}

/// The end of every page.
struct Foot: HTML {
  let frame: Frame

  var body: some HTML {
    footer(.class("foot")) {
      div(.class("wrap")) {
        if !frame.footer.isEmpty {
          nav(.aria("label", "Help and information")) {
            ul(.role("list")) {
              for link in frame.footer { li { a(.href(link.path)) { link.title } } }
            }
          }
        }
        p(.class("quiet flush")) {
          if frame.isPublic {
            "\(frame.partnership). Hamlet is free software."
          } else {
            "What you open and change here is recorded."
          }
        }
      }
    }
  }
}
