public import Markup

/// Where somebody is in a form of several steps; on a telephone only the present one has words.
public struct Steps: HTML {
  private let names: [String]
  private let present: Int
  private let label: String

  /// Steps by their names, the present one counted from 0; `label` names the whole.
  public init(_ names: [String], at present: Int, label: String) {
    self.names = names
    self.present = present
    self.label = label
  }

  /// The line with its steps.
  public var body: some HTML {
    ol(.class("steps"), .role("list"), .aria("label", label)) {
      for (index, name) in names.enumerated() {
        li(
          .class("past").when(index < present),
          .aria("current", "step").when(index == present)
        ) {
          span {
            if index == present {
              span(.class("stepno")) { "Step \(index + 1) of \(names.count): " }
            }
            name
          }
        }
      }
    }
  }
}
