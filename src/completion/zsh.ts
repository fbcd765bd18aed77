import {
  allPaths,
  globalWords,
  valueOptions,
  type CommandPath,
  type CommandWord,
  type OptionWord,
  type Value,
} from "./words";

/** The script for zsh: for `eval`, or as a file `_aws-lifecycle-hooks` in a folder of `fpath`. It starts no program. */
export function zshScript(commands: readonly CommandWord[]): string {
  return `#compdef aws-lifecycle-hooks
# Completes the command lines of aws-lifecycle-hooks in zsh. Into ~/.zshrc, after compinit:
#   eval "$(aws-lifecycle-hooks completion zsh)"

_aws_lifecycle_hooks() {
  local service operation option word
  local -a bare options
  integer at
  for ((at = 2; at < CURRENT; at++)); do
    word=$words[at]
    if [[ -n $option && $word != --* ]]; then
      option=
      continue
    fi
    option=
    case $word in
      (--)
        words=("\${(@)words[at + 1, -1]}")
        ((CURRENT -= at))
        _normal
        return
        ;;
      (${valueOptions(commands).join("|")}) option=$word ;;
      (-*) ;;
      (*) if [[ -z $service ]]; then service=$word; elif [[ -z $operation ]]; then operation=$word; elif [[ $operation == wait ]]; then operation+=" $word"; fi ;;
    esac
  done
  case "$service $operation" in
    (" ") bare=(${commands.map(described).join(" ")}) ;;
${allPaths(commands).flatMap(commandCases).join("\n")}
  esac
  [[ $service == (${commands
    .filter(({ options }) => options.length > 0)
    .map(({ word }) => word)
    .join("|")}) ]] || options+=(
${globalWords.map(optionSpec).join("\n")}
  )
  _arguments -S : $options '*: :{(($#bare)) && _describe command bare}'
}

_aws_lifecycle_hooks_text() {
  if compset -P 'file(|b)://'; then
    _files
  elif [[ -n $PREFIX ]]; then
    compadd -S '' -- file:// fileb://
  fi
}

_aws_lifecycle_hooks_profiles() {
  local file line
  local -a profiles
  for file in \${AWS_CONFIG_FILE:-$HOME/.aws/config} \${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}; do
    [[ -r $file ]] || continue
    for line in \${(f)"$(<$file)"}; do
      case $line in
        ('[sso-session '*|'[services '*) ;;
        ('['*']'*) profiles+=(\${(Q)\${\${\${line#'['}%%']'*}#profile }}) ;;
      esac
    done
  done
  compadd -a profiles
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _aws_lifecycle_hooks "$@"
else
  compdef _aws_lifecycle_hooks aws-lifecycle-hooks
fi
`;
}

function commandCases([path, { subcommands, options }]: CommandPath): readonly string[] {
  const key = path.length === 1 ? `${path.join("")} ` : path.join(" ");
  return [
    ...(subcommands.some(({ word }) => word !== "help")
      ? [`    ("${key}") bare=(${subcommands.map(described).join(" ")}) ;;`]
      : []),
    ...(options.length > 0 ? [`    ("${key}") options=(\n${options.map(optionSpec).join("\n")}\n    ) ;;`] : []),
  ];
}

const described = ({ word, about }: CommandWord) => quoted(`${word.replaceAll(":", "\\:")}:${about}`);

/**
 * An option as zsh's `_arguments` takes it: `--name=[about]:value:action`; two colons before a value that may be left
 * out.
 */
function optionSpec({ option, about, value }: OptionWord): string {
  const explanation = `[${about.replace(/[[\]:\\]/g, "\\$&")}]`;
  if (!value) return `      ${quoted(option + explanation)}`;
  const optional = value.kind === "choices" && value.optional ? ":" : "";
  return `      ${quoted(`${option}=${explanation}${optional}:${option.slice(2)}:${action(value)}`)}`;
}

function action(value: Value): string {
  switch (value.kind) {
    case "choices":
      return `(${value.choices.map((choice) => choice.replaceAll(":", "\\:")).join(" ")})`;
    case "profile":
      return "_aws_lifecycle_hooks_profiles";
    case "file":
      return "_files";
    case "text":
      return "_aws_lifecycle_hooks_text";
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
