import {
  allPaths,
  globalWords,
  valueOptions,
  type CommandPath,
  type CommandWord,
  type OptionWord,
  type Value,
} from "./words";

/** Stands in a path for `--`, which fish's `echo` would swallow. */
const handOver = "+";

/** The script for fish, 3.0 and newer. It starts no program. */
export function fishScript(commands: readonly CommandWord[]): string {
  const alone = commands.filter(({ options }) => options.length > 0);
  const notAlone = quoted(alone.map(({ word }) => `not __aws_lifecycle_hooks_at ${word}`).join("; and "));
  return `# Completes the command lines of aws-lifecycle-hooks in fish. Into ~/.config/fish/config.fish:
#   aws-lifecycle-hooks completion fish | source

# The words before the cursor that are neither options nor their values, then + if a command of the user's follows.
function __aws_lifecycle_hooks_path
    set -l option
    set -l found
    for word in (commandline -opc)[2..-1]
        if test "$word" = --
            echo ${handOver}
            return
        end
        switch $word
            case ${valueOptions(commands).join(" ")}
                set option $word
            case '-*'
                set option
            case '*'
                if test -n "$option"
                    set option
                else if test (count $found) -lt 2; or test "$found[2..-1]" = wait
                    set -a found $word
                    echo $word
                end
        end
    end
end

function __aws_lifecycle_hooks_at
    set -l path (__aws_lifecycle_hooks_path)
    test "$path" = "$argv"
end

function __aws_lifecycle_hooks_text
    set -l value (string replace -r '^--[^=]*=' '' -- (commandline -ct))
    if set -l scheme (string match -r '^fileb?://' -- $value)
        for path in (__fish_complete_path (string replace -- $scheme '' $value))
            echo $scheme$path
        end
    else if test -n "$value"
        printf '%s\\n' file:// fileb://
    end
end

function __aws_lifecycle_hooks_profiles
    set -l config $HOME/.aws/config
    set -l credentials $HOME/.aws/credentials
    test -n "$AWS_CONFIG_FILE"; and set config $AWS_CONFIG_FILE
    test -n "$AWS_SHARED_CREDENTIALS_FILE"; and set credentials $AWS_SHARED_CREDENTIALS_FILE
    for file in $config $credentials
        test -r $file; or continue
        while read -l line
            string match -rq '^\\[(sso-session|services) ' -- $line; and continue
            string replace -rf '^\\[(?:profile )?["\\']?([^\\]]*?)["\\']?\\].*' '$1' -- $line
        end <$file
    end
end

# What fish itself would complete of the command after --.
function __aws_lifecycle_hooks_command
    set -l words (commandline -opc)
    set -e words[1..(contains -i -- -- $words)]
    complete -C (string join -- ' ' (string escape -- $words) (commandline -ct))
end

complete -c aws-lifecycle-hooks -f
${commands.map((command) => wordLine(command, [])).join("\n")}
${allPaths(commands).flatMap(commandLines).join("\n")}
${globalWords.map((option) => optionLine(option, notAlone)).join("\n")}
${commands.flatMap(handedOver).join("\n")}
`;
}

function commandLines([path, { subcommands, options }]: CommandPath): readonly string[] {
  const isGroup = subcommands.some(({ word }) => word !== "help");
  return [
    ...options.map((option) => optionLine(option, at(path))),
    ...(isGroup ? subcommands.map((subcommand) => wordLine(subcommand, path)) : []),
  ];
}

function wordLine({ word, about }: CommandWord, path: readonly string[]): string {
  return `complete -c aws-lifecycle-hooks -n ${at(path)} -a ${word} -d ${quoted(about)}`;
}

function optionLine({ option, about, value }: OptionWord, condition: string): string {
  return `complete -c aws-lifecycle-hooks -n ${condition} -l ${option.slice(2)}${valueWords(value)} -d ${quoted(about)}`;
}

function valueWords(value: Value | undefined): string {
  switch (value?.kind) {
    case undefined:
      return "";
    case "choices":
      return ` -x -a ${quoted(value.choices.join(" "))}`;
    case "profile":
      return " -x -a '(__aws_lifecycle_hooks_profiles)'";
    case "file":
      return " -r -F";
    case "text":
      return " -x -a '(__aws_lifecycle_hooks_text)'";
  }
}

/** After \`--\` stands a command of the user's own. */
function handedOver({ word, subcommands, takesCommand }: CommandWord): readonly string[] {
  const paths = subcommands
    .filter((subcommand) => subcommand.takesCommand)
    .map((subcommand) => [word, subcommand.word]);
  return [...(takesCommand ? [[word]] : []), ...paths].map(
    (path) => `complete -c aws-lifecycle-hooks -n ${at([...path, handOver])} -x -a '(__aws_lifecycle_hooks_command)'`,
  );
}

const at = (path: readonly string[]) => quoted(["__aws_lifecycle_hooks_at", ...path].join(" "));
const quoted = (text: string) => `'${text.replace(/['\\]/g, "\\$&")}'`;
