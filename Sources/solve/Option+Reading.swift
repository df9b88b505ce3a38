import ArgumentParser

/// The options of this command line: any next word is the value, also one that begins with a minus.
extension Option {
  /// One that need not be given; `reading` makes its value of the text.
  init<T>(
    _ help: String, value: String, name: NameSpecification = .long,
    reading: @Sendable @escaping (String) throws -> T
  ) where Value == T? {
    self.init(
      name: name, parsing: .unconditional, help: ArgumentHelp(help, valueName: value),
      transform: reading)
  }

  /// One of a few words, or text.
  init<T: ExpressibleByArgument>(_ help: String, value: String? = nil) where Value == T? {
    self.init(parsing: .unconditional, help: ArgumentHelp(help, valueName: value))
  }

  /// One with a default; `reading` makes its value of the text.
  init(
    wrappedValue: Value, _ help: String, value: String,
    reading: @Sendable @escaping (String) throws -> Value
  ) {
    self.init(
      wrappedValue: wrappedValue, parsing: .unconditional,
      help: ArgumentHelp(help, valueName: value), transform: reading)
  }
}

extension Option where Value: ExpressibleByArgument {
  /// One of a few words, with a default.
  init(wrappedValue: Value, _ help: String, value: String? = nil) {
    self.init(
      wrappedValue: wrappedValue, parsing: .unconditional,
      help: ArgumentHelp(help, valueName: value))
  }
}
