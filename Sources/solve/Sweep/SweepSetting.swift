#if Sweeps
  import FewBody

  /// One option with its value, or with several where it may be repeated, or a flag.
  struct SweepSetting: Sendable, Hashable {
    enum Value: Sendable, Hashable {
      case one(String)
      case several([String])
      case flag(Bool)
    }

    let name: String
    let value: Value

    /// The words of the command line.
    var words: [String] {
      switch value {
      // Joined, so that a value may begin with a minus sign.
      case .one(let text): ["--\(name)=\(text)"]
      case .several(let texts): texts.map { "--\(name)=\($0)" }
      case .flag(let isSet): isSet ? ["--\(name)"] : []
      }
    }

    /// The value as JSON: a number in its shortest form where it is one, so that 1 and 1.0 are one
    /// point, and else the text.
    var json: String {
      switch value {
      case .one(let text): SweepSetting.json(text)
      case .several(let texts): "[" + texts.map(SweepSetting.json).joined(separator: ", ") + "]"
      case .flag(let isSet): "\(isSet)"
      }
    }

    /// As a field of a table.
    var field: String {
      switch value {
      case .one(let text): text
      case .several(let texts): texts.joined(separator: " ")
      case .flag(let isSet): "\(isSet)"
      }
    }

    private static func json(_ text: String) -> String {
      if let number = Double(text), number.isFinite, text.utf8.allSatisfy(isOfNumber) {
        let digits = "\(number)"
        return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
      }
      return quoted(text)
    }

    /// Not a hexadecimal number, which the parser of values may take for a name.
    private static func isOfNumber(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
    }

    static func quoted(_ text: String) -> String {
      (try? OrderedJSONEncoder().encode(text)) ?? "\"\""
    }
  }
#endif
