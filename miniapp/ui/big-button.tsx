import { Text, View } from "@tarojs/components";
import { Icon, type IconName } from "./icon";
import { pressable } from "./pressable";

interface BigButtonProps {
  readonly text: string;
  readonly onPress: () => void;
  /** `primary` once a screen; `second` beside it; `line` for help such as reading aloud; `quiet` for the way back. */
  readonly kind?: "primary" | "second" | "line" | "quiet" | "danger";
  readonly icon?: IconName;
  /** Work is under way: the button keeps its width and further taps do nothing. */
  readonly isBusy?: boolean;
  readonly busyText?: string;
  readonly isDisabled?: boolean;
  readonly label?: string;
}

export function BigButton(props: BigButtonProps) {
  const {
    text,
    onPress,
    kind = "primary",
    icon,
    isBusy = false,
    busyText = "请稍等",
    isDisabled = false,
    label,
  } = props;
  const isDead = isDisabled || isBusy;
  return (
    <View
      className={`big-button big-button-${kind}${isDisabled ? " is-disabled" : ""}`}
      {...pressable({ label: label ?? text, isDisabled: isDead, onPress })}
    >
      {icon && <Icon name={icon} />}
      <Text>{isBusy ? busyText : text}</Text>
    </View>
  );
}
