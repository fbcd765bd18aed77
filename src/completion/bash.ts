import {
  allPaths,
  globalWords,
  valueOptions,
  type CommandPath,
  type CommandWord,
  type OptionWord,
  type Value,
} from "./words";

/**
 * The script for bash, 3.2 and newer, with or without the bash-completion package. It starts no program. Readline takes
 * `:` and `=` for ends of words, so the script removes from each answer what stands before the last of them.
 */
export function bashScript(commands: readonly CommandWord[]): string {
  const operations = allPaths(commands).filter(([path, { options }]) => path.length > 1 && options.length > 0);
  const lists = operations.flatMap(([path, { options }]) =>
    options.filter(({ isList }) => isList).map(({ option }) => `"${operationOf(path)} ${option}"`),
  );
  const alone = commands.filter(({ options }) => options.length > 0);
  return `# Completes the command lines of aws-lifecycle-hooks in bash. Into ~/.bashrc:
#   eval "$(aws-lifecycle-hooks completion bash)"
# shellcheck disable=SC2086,SC2207 # lists of words are split on purpose; bash 3.2 has no mapfile

_aws_lifecycle_hooks() {
  local line=\${COMP_LINE:0:COMP_POINT} words word at last cur before='' value
  local service='' operation='' option='' command='' bare='' options=''
  IFS=$' \\t' read -r -a words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  last=$((\${#words[@]} - 1))
  cur=\${words[last]}
  for ((at = 1; at < last; at++)); do
    word=\${words[at]}
    if [[ -n $option && $word != --* ]]; then
      case "$operation $option" in
        ${lists.join(" | ")}) ;;
        *) option='' ;;
      esac
      continue
    fi
    option=''
    case $word in
      --) command=$((last - at)) && break ;;
      ${valueOptions(commands).join(" | ")}) option=$word ;;
      -*) ;;
      *) if [[ -z $service ]]; then service=$word; elif [[ -z $operation ]]; then operation=$word; elif [[ $operation == wait ]]; then operation+=" $word"; fi ;;
    esac
  done
  case "$service $operation" in
    " ") bare="${namesOf(commands)}" ;;
${allPaths(commands).flatMap(commandCases).join("\n")}
  esac
  [[ " ${namesOf(alone)} " == *" $service "* ]] || options+=" ${globalWords.map(({ option }) => option).join(" ")}"

  COMPREPLY=()
  value=$cur
  if [[ $command == 1 ]]; then
    COMPREPLY=($(compgen -c -- "$cur"))
  elif [[ -n $command ]]; then
    _aws_lifecycle_hooks_paths ""
  elif [[ -n $option && $cur != --* ]]; then
    _aws_lifecycle_hooks_values
  elif [[ $cur == --*=* ]]; then
    option=\${cur%%=*} before=\${cur%%=*}= value=\${cur#*=}
    _aws_lifecycle_hooks_values
  elif [[ $cur != -* && -n $bare ]]; then
    _aws_lifecycle_hooks_add $bare
  else
    for word in $options; do
      [[ " \${words[*]:0:last} " == *" $word"[\\ =]* ]] || _aws_lifecycle_hooks_add "$word"
    done
  fi

  local rest=$cur
  [[ $COMP_WORDBREAKS == *:* ]] && rest=\${rest##*:}
  [[ $COMP_WORDBREAKS == *=* ]] && rest=\${rest##*=}
  before=\${cur%"$rest"}
  for at in "\${!COMPREPLY[@]}"; do
    COMPREPLY[at]=\${COMPREPLY[at]#"$before"}
  done
}

_aws_lifecycle_hooks_add() {
  for word in "$@"; do
    [[ $word == "$value"* ]] && COMPREPLY+=("$before\${word// /\\\\ }")
  done
}

_aws_lifecycle_hooks_values() {
  case $value in
    file://*) _aws_lifecycle_hooks_paths file:// && return ;;
    fileb://*) _aws_lifecycle_hooks_paths fileb:// && return ;;
  esac
  case "$operation $option" in
${[...valueCases("*", globalWords), ...alone.flatMap(({ options }) => valueCases("", options)), ...operations.flatMap(([path, { options }]) => valueCases(`"${operationOf(path)}"`, options))].join("\n")}
    *)
      [[ -n $value && file:// == "$value"* ]] && COMPREPLY=("\${before}file://")
      compopt -o nospace 2>/dev/null
      ;;
  esac
}

_aws_lifecycle_hooks_paths() {
  local path IFS=$'\\n'
  for path in $(compgen -f -- "\${value#"$1"}"); do
    [[ -d $path ]] && path+=/
    COMPREPLY+=("$before$1$path")
  done
  compopt -o filenames 2>/dev/null
  [[ \${#COMPREPLY[@]} == 1 && $path == */ ]] && compopt -o nospace 2>/dev/null
  return 0
}

_aws_lifecycle_hooks_profiles() {
  local file line
  for file in "\${AWS_CONFIG_FILE:-$HOME/.aws/config}" "\${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}"; do
    [[ -r $file ]] || continue
    while IFS= read -r line || [[ -n $line ]]; do
      case $line in
        "[sso-session "* | "[services "*) ;;
        "["*"]"*)
          line=\${line#"["} line=\${line%%"]"*} line=\${line#profile } line=\${line#[\\"\\']}
          _aws_lifecycle_hooks_add "\${line%[\\"\\']}"
          ;;
      esac
    done <"$file"
  done
}

complete -F _aws_lifecycle_hooks aws-lifecycle-hooks
`;
}

function commandCases([path, { subcommands, options }]: CommandPath): readonly string[] {
  const key = path.length === 1 ? `${path.join("")} ` : path.join(" ");
  return [
    ...(subcommands.some(({ word }) => word !== "help") ? [`    "${key}") bare="${namesOf(subcommands)}" ;;`] : []),
    ...(options.length > 0 ? [`    "${key}") options="${options.map(({ option }) => option).join(" ")}" ;;`] : []),
  ];
}

function valueCases(operation: string, options: readonly OptionWord[]): readonly string[] {
  return options.flatMap(({ option, value }) => {
    const action = value && valueAction(value);
    return action ? [`    ${operation}" ${option}") ${action} ;;`] : [];
  });
}

function valueAction(value: Value): string | undefined {
  switch (value.kind) {
    case "choices":
      return `_aws_lifecycle_hooks_add ${value.choices.join(" ")}`;
    case "profile":
      return "_aws_lifecycle_hooks_profiles";
    case "file":
      return '_aws_lifecycle_hooks_paths ""';
    case "text":
      return undefined;
  }
}

const namesOf = (commands: readonly CommandWord[]) => commands.map(({ word }) => word).join(" ");

/** An operation as the script knows it: the words after the service. */
const operationOf = (path: readonly string[]) => path.slice(1).join(" ");
