import{a as e,c as t,d as s,e as i,f as n,g as a,j as l,k as o,l as r,n as d,p as c,r as g}from"./settings.js";import{E as u,Fa as p,Ga as _,Ha as w,J as $,Y as h,ea as m,r as f,u as b}from"./app.js";var v=["zh-CN","en"],y=["text","email","phone","select","checkbox","consent"],k=/^#[0-9a-f]{6}$/,x=/^\s*(--sd-[a-z0-9-]{1,32})\s*:\s*([^;]{1,80}?)\s*;?\s*$/;function S(e){let t={};for(let s of e.split("\n")){if(!s.trim())continue;let[,e,i]=x.exec(s)??[];if(!e)return null;t[e]=i}return t}var E=({settings:e,allowed_origins:t})=>({...e,custom:Object.entries(e.custom).map(([e,t])=>`${e}: ${t}`).join("\n"),origins:t.join("\n")});function j({origins:e,...t}){return{...t,custom:S(t.custom)??{}}}var T=e=>v.some(t=>e[t]?.trim());function C(e,t){let s=new Set(t.map(e=>e.id)),i="email"===e||"phone"===e?e:s.has("name")||"text"!==e?`${e}_1`:"name";if(!s.has(i))return i;let n=1;for(;s.has(`${e}_${n}`);)n+=1;return`${e}_${n}`}var z=[{id:"php",name:"PHP",lines:"<?php\n$encode = fn ($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');\n$claims = ['sub' => (string) $user->id, 'name' => $user->name, 'email' => $user->email, 'exp' => time() + 3600];\n$head = $encode('{\"alg\":\"HS256\",\"typ\":\"JWT\"}') . '.' . $encode(json_encode($claims));\n$token = $head . '.' . $encode(hash_hmac('sha256', $head, getenv('SERVICEDESK_SECRET'), true));"},{id:"node",name:"Node",lines:"import { createHmac } from 'node:crypto';\nconst encode = (data) => Buffer.from(data).toString('base64url');\nconst claims = { sub: String(user.id), name: user.name, email: user.email, exp: Math.floor(Date.now() / 1000) + 3600 };\nconst head = encode('{\"alg\":\"HS256\",\"typ\":\"JWT\"}') + '.' + encode(JSON.stringify(claims));\nconst token = head + '.' + createHmac('sha256', process.env.SERVICEDESK_SECRET).update(head).digest('base64url');"},{id:"python",name:"Python",lines:'import base64, hashlib, hmac, json, os, time\nencode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()\nclaims = {"sub": str(user.id), "name": user.name, "email": user.email, "exp": int(time.time()) + 3600}\nhead = encode(b\'{"alg":"HS256","typ":"JWT"}\') + "." + encode(json.dumps(claims).encode())\ntoken = head + "." + encode(hmac.new(os.environ["SERVICEDESK_SECRET"].encode(), head.encode(), hashlib.sha256).digest())'},{id:"java",name:"Java",lines:'var encode = java.util.Base64.getUrlEncoder().withoutPadding();\nvar utf8 = java.nio.charset.StandardCharsets.UTF_8;\nvar claims = String.format("{\\"sub\\":\\"%s\\",\\"exp\\":%d}", user.id(), System.currentTimeMillis() / 1000 + 3600);\nvar head = encode.encodeToString("{\\"alg\\":\\"HS256\\",\\"typ\\":\\"JWT\\"}".getBytes(utf8)) + "." + encode.encodeToString(claims.getBytes(utf8));\nvar mac = javax.crypto.Mac.getInstance("HmacSHA256");\nmac.init(new javax.crypto.spec.SecretKeySpec(System.getenv("SERVICEDESK_SECRET").getBytes(utf8), "HmacSHA256"));\nvar token = head + "." + encode.encodeToString(mac.doFinal(head.getBytes(utf8)));'}],q=e=>[1,3,5].map(t=>Number.parseInt(e.slice(t,t+2),16)/255);function N(e){let[t,s,i]=e.map(e=>e<=.04045?e/12.92:((e+.055)/1.055)**2.4);return.2126*t+.7152*s+.0722*i}var H=(e,t)=>(Math.max(e,t)+.05)/(Math.min(e,t)+.05),M=e=>`#${e.map(e=>Math.round(255*e).toString(16).padStart(2,"0")).join("")}`,O=(e,t)=>H(N(q(e)),N(q(t))),P={green:"#1f6f5c",blue:"#3569b0",amber:"#96590b",plum:"#84508f",red:"#a4372c",ink:"#2c322b"},W={bubble:"bubble",square:"square",headset:"headset",leaf:"leaf"},B=(e,t,s)=>f`<label class="with-unit"
><span>${s}</span
><input
class="input"
inputmode="numeric"
maxlength="3"
.value=${u(String(e.get(`launcher.offset.${t}`)))}
@input=${s=>e.set(`launcher.offset.${t}`,/^\d+$/.test(s.target.value)?Number(s.target.value):s.target.value)}
/></label>`,I=[{value:"zh-CN",label:"中文"},{value:"en",label:"English"}],R="en"===document.documentElement.lang?"en":"zh-CN",D=()=>R,J=["home","talk","form","offline","closed"],F=["any","youzan","wordpress","shopify","next","send"];function G(v){let{me:x,call:G,changed:K}=v,L="look",A=c({read:async()=>E(await G("GET","/widgets/default")),check:e=>Object.fromEntries(Object.entries(function(e){let t={};k.test(e.accent)||(t.accent="colour");for(let s of["x","y"]){let i=e.launcher.offset[s];(!Number.isInteger(i)||i<0||i>400)&&(t["launcher.offset"]="offset")}return null===S(e.custom)&&(t.custom="custom"),"never"!==e.form.when&&0===e.form.fields.length&&(t["form.fields"]="fields"),e.form.fields.forEach((e,s)=>{T(e.label)?"select"===e.type&&(0===e.options.length||!e.options.every(T))&&(t[`form.fields.${s}`]="options"):t[`form.fields.${s}`]="label"}),t}(e)).map(([e,t])=>[e,$(`settings_widget.wrong_${t}`)])),refused(e){let t=String(e?.field??"");return t.startsWith("allowed_origins")?{origins:$("settings_widget.wrong_origin")}:t.startsWith("settings.custom")?{custom:$("settings_widget.wrong_custom")}:t.startsWith("settings.")?{[t.slice(9)]:$("settings_widget.wrong_value")}:{}},async write(e,t){let s=E(await G("PATCH","/widgets/default",function(e,t){let s=new Set(t.map(e=>e.split(".")[0])),i={};s.delete("origins")&&(i.allowed_origins=(e=>[...new Set(e.split(/[\s,，;；、]+/).filter(Boolean))])(e.origins));let n=j(e);return s.size>0&&(i.settings=Object.fromEntries([...s].map(e=>[e,n[e]]))),i.settings?.questions&&(i.settings.questions=Object.fromEntries(Object.entries(i.settings.questions).map(([e,t])=>[e,t.map(e=>e.trim()).filter(Boolean)]))),i}(e,t)));return t.some(e=>e.startsWith("form"))&&Object.assign(x.form_labels,(await G("GET","/me")).form_labels),s},changed:K}),V=function({me:t,call:s,changed:i,origin:a,seen:l},c){let g="any",u=t.widget?.seen??null,m=!1,b=async()=>{try{l()&&(u=(await s("GET","/setup/seen")).seen,i())}catch{}setTimeout(b,4e3)};return{start(){m||b(),m=!0},status:()=>u?f`<span class="chip chip-ok"><i class="chip-dot now-dot"></i><span>${(e=>{try{return new URL(e).host}catch{return e}})(u.url)}</span></span>`:f`<span class="chip"><span>${$("settings_site.not_seen")}</span></span>`,body(){let s=_(a),l=function(e,t,s){return"next"===e?((e,t)=>`import Script from 'next/script';\n\n<Script src="${e}/w.js" data-key="${t}" strategy="afterInteractive" />`)(t,s):"send"===e?$("settings_site.letter",{tag:p(t,s)}):p(t,s)}(g,a,t.widget?.key??"");return f`${r($("settings_site.tag"),f`${o($("settings_site.where"),F.map(e=>({value:e,label:$(`settings_site.builder_${e}`)})),g,e=>{g=e,i()})}
<p class="steps-text">${$(`settings_site.how_${g}`)}</p>
${s?f`<p class="warning" role="status">${$(`settings_site.${s}`,{origin:a})}</p>`:""}
${d(l,w(l).map(e=>f`<span class=${e.kind}>${e.text}</span>`),$("settings_site.tag"))}`,$("settings_site.tag_intro"))}
${r($(u?"settings_site.seen":"settings_site.unseen"),"",u?`${u.url.replace(/^https?:\/\//,"")} · ${h(u.at,Date.now())}`:$("settings_site.unseen_hint"),f`<a class="button" href="/demo" target="_blank" rel="noopener">${$("settings_site.try_it")}${e("out")}</a>`)}
${r($("settings_site.origins"),n(c,"origins",{label:$("settings_site.origins_label"),rows:3,mono:!0,placeholder:"https://www.example.com\n*.example.com",hint:$("settings_site.origins_hint")}),$("settings_site.origins_intro"))}`}}}(v,A),U=function({call:e,changed:t,say:s,failed:i,ask:n}){let a={language:"php",secret:null,shown:!1,token:"",verdict:null},{show:l,replace:c}=function({at:e,changed:t,call:s,failed:i,ask:n,say:a}){return{show:async()=>{if(e.shown)return e.shown=!1,t();try{e.secret??=(await s("GET","/widgets/default/secret")).secret,e.shown=!0}catch(e){i(e)}t()},replace:async()=>{if(await n({title:$("settings_widget.secret_ask"),text:$("settings_widget.secret_means"),confirm:$("settings_widget.secret_replace")})){try{e.secret=(await s("POST","/widgets/default/secret",{})).secret,e.shown=!0,a($("settings_widget.secret_replaced"))}catch(e){i(e)}t()}}}}({at:a,changed:t,call:e,failed:i,ask:n,say:s}),{check:g,answer:p}=function({at:e,call:t,failed:s,changed:i}){return{check:async n=>{if(n.preventDefault(),e.token.trim()){try{e.verdict=await t("POST","/widgets/default/identity-check",{token:e.token.trim()})}catch(e){s(e)}i()}},answer:()=>{if(!e.verdict)return b;if(!e.verdict.valid)return f`<p class="check-line bad">${$(`settings_widget.problem_${e.verdict.problem}`)}</p>`;let{sub:t,name:s,email:i,phone:n}=e.verdict.claims??{},a=Object.entries({sub:t,name:s,email:i,phone:n}).filter(([,e])=>e);return f`<p class="check-line good">${$("settings_widget.valid",{time:e.verdict.expires_at?m(e.verdict.expires_at):""})}</p>
<dl class="fact-list">${a.map(([e,t])=>f`<dt>${$(`settings_widget.claim_${e}`)}</dt><dd>${t}</dd>`)}</dl>`}}}({at:a,call:e,failed:i,changed:t});return{start(){},body(){let e=z.find(e=>e.id===a.language)??z[0];return f`${r($("settings_widget.server"),f`${o($("settings_widget.language"),z.map(e=>({value:e.id,label:e.name})),a.language,e=>{a.language=e,t()})}
${d(e.lines,void 0,e.name)}`,$("settings_widget.server_intro"))}
${r($("settings_widget.page"),d("servicedesk('identify', null, token);",void 0,$("settings_widget.page")),$("settings_widget.page_intro"))}
${r($("settings_widget.secret"),f`${a.shown&&a.secret?d(a.secret,void 0,$("settings_widget.secret")):b}
<div class="set-actions">
<button type="button" class="button" aria-expanded=${a.shown} @click=${l}>${$(a.shown?"settings_widget.secret_hide":"settings_widget.secret_show")}</button>
<button type="button" class="button quiet danger" @click=${c}>${$("settings_widget.secret_replace")}</button>
</div>`,$("settings_widget.secret_intro"))}
${r($("settings_widget.check"),f`<form class="set-stack" @submit=${g}>
<textarea
class="input area mono"
rows="3"
aria-label=${$("settings_widget.check")}
spellcheck="false"

.value=${u(a.token)}
@input=${e=>{a.token=e.target.value,a.verdict=null,t()}}
></textarea>
<div class="set-actions"><button type="submit" class="button" ?disabled=${!a.token.trim()}>${$("settings_widget.check_it")}</button></div>
<div role="status" class="set-stack">${p()}</div>
</form>`,$("settings_widget.check_intro"))}`}}}(v),Y=function({me:t,changed:s},i,n){let l="desktop",r=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light",d=null,c=!1,g="",u=()=>document.getElementById("preview-frame"),p=()=>(n()!==g&&(g=n(),d=null),d??("form"===n()?"form":"home")),_=()=>{"ready"===i.phase&&u()?.contentWindow?.postMessage({servicedesk:"preview",settings:j(i.draft),shop:{name:t.shop.name},view:p(),theme:r,device:l,locale:D()},location.origin)},w=()=>{let e=document.querySelector(".preview-box"),t=u();if(!(e instanceof HTMLElement&&t))return;let[s,i]=[e.clientWidth,e.clientHeight];if(!s||!i)return;let n="desktop"===l?Math.max(640,s):360,a="desktop"===l?s/n:Math.min(1,i/700,s/360),o="desktop"===l?i/a:Math.min(700,i/a);t.style.setProperty("width",`${n}px`),t.style.setProperty("height",`${o}px`),t.style.setProperty("transform",`scale(${a})`),t.style.setProperty("left",`${Math.max(0,(s-n*a)/2)}px`),t.style.setProperty("top",`${"desktop"===l?0:Math.max(0,(i-o*a)/2)}px`)};addEventListener("message",({origin:e,source:t,data:s})=>{e===location.origin&&t===u()?.contentWindow&&"preview-ready"===s?.servicedesk&&_()}),addEventListener("resize",w);let h=e=>{e(),s()};return{view(){requestAnimationFrame(()=>{w(),_()});let s=D();return f`<button type="button" class="button preview-open" @click=${()=>h(()=>c=!0)}>${e("smartphone")}${$("settings_widget.preview")}</button>
<section class="preview" data-open=${c} aria-label=${$("settings_widget.preview")}>
<header class="preview-head">
<span class="preview-name">${$("settings_widget.preview")}</span>
${o($("settings_widget.device"),["desktop","phone"].map(e=>({value:e,label:$(`settings_widget.device_${e}`)})),l,e=>h(()=>l=e))}
${o($("settings_widget.theme"),[{value:"light",label:e("sun"),title:$("settings_widget.theme_light")},{value:"dark",label:e("moon"),title:$("settings_widget.theme_dark")}],r,e=>h(()=>r=e))}
${a("preview-view",J.map(e=>({value:e,label:$(`settings_widget.view_${e}`)})),p(),e=>h(()=>d=e),$("settings_widget.view"))}
<button type="button" class="icon-button preview-close" aria-label=${$("common.close")} @click=${()=>h(()=>c=!1)}>${e("x",20)}</button>
</header>
<div class="preview-box ${l}">
<iframe id="preview-frame" title=${$("settings_widget.preview")} tabindex="-1" src="/w/preview?k=${t.widget?.key??""}&locale=${s}"></iframe>
</div>
</section>`}}}(v,A,()=>L),Q={look:()=>function({upload:a,failed:d},c){let p=(e,t,i)=>f`<div class="set-field">
<span class="field-label">${i}</span>
<div class="picture-line">
${c.get(e)?f`<img class="picture-shown" src="/p/${c.get(e)}" alt="" />`:f`<span class="picture-shown" aria-hidden="true"></span>`}
${g(c,e,{upload:a,failed:d,most:t,choose:$("settings_widget.picture_choose"),remove:$("settings_widget.picture_remove")})}
</div>
${s(c,e)}
</div>`;return f`${r($("settings_widget.colour"),function(i){let n=String(i.get("accent")),a=/^#[0-9a-f]{6}$/.test(n),l=a?function(e){let t=q(e);if(H(N(t),1)>=4.5)return{accent:e,on:"#ffffff"};if(H(N(t),N(q("#1b1f1a")))>=7)return{accent:e,on:"#1b1f1a"};for(;H(N(t),1)<4.5;)t=t.map(e=>.96*e);return{accent:M(t),on:"#ffffff"}}(n):null,o=t("accent");return f`<div class="swatches" role="radiogroup" aria-label=${$("settings_widget.colour")}>
${Object.entries(P).map(([e,t])=>f`<label class="swatch swatch-${e}"
><input type="radio" name="accent" aria-label=${$(`settings_widget.accent_${e}`)} .checked=${u(t===n)} @change=${()=>i.set("accent",t)} /><i></i
></label>`)}
<span class="own-colour"
><input
type="color"
aria-label=${$("settings_widget.accent_own")}
.value=${u(a?n:"#1f6f5c")}
@input=${e=>i.set("accent",e.target.value)} /><input
id=${o}
class="input mono"
maxlength="7"
spellcheck="false"
aria-label=${$("settings_widget.accent_hex")}
aria-invalid=${i.errors.accent?"true":"false"}
aria-describedby="${o}-error"
.value=${u(n)}
@input=${e=>i.set("accent",e.target.value.trim().toLowerCase())}
/></span>
</div>
${l?l.accent===n?f`<p class="check-line good">${e("done")}${$("#ffffff"===l.on?"settings_widget.contrast_white":"settings_widget.contrast_black",{ratio:O(n,l.on).toFixed(1)})}</p>`:f`<p class="check-line warn">${e("alert")}${$("settings_widget.darkened",{colour:l.accent})}</p>`:""}
${s(i,"accent")}`}(c),$("settings_widget.colour_intro"))}
${r($("settings_widget.theme"),"",$("settings_widget.theme_intro"),o($("settings_widget.theme"),["auto","light","dark"].map(e=>({value:e,label:$(`settings_widget.theme_${e}`)})),c.get("theme"),e=>c.set("theme",e)))}
${r($("settings_widget.launcher"),f`<div class="set-columns">
<div class="set-field">
<span class="field-label">${$("settings_widget.position")}</span>
${o($("settings_widget.position"),["left","right"].map(e=>({value:e,label:$(`settings_widget.position_${e}`)})),c.get("launcher.position"),e=>c.set("launcher.position",e))}
</div>
<div class="set-field">
<span class="field-label">${$("settings_widget.offset")} <span class="field-hint">${$("settings_widget.offset_hint")}</span></span>
<div class="set-pair">
${B(c,"x",$(`settings_widget.from_${c.get("launcher.position")}`))} ${B(c,"y",$("settings_widget.from_below"))}
</div>
${s(c,"launcher.offset")}
</div>
<div class="set-field">
<span class="field-label">${$("settings_widget.icon")}</span>
<div class="icon-choice" role="radiogroup" aria-label=${$("settings_widget.icon")}>
${Object.entries(W).map(([t,s])=>f`<label title=${$(`settings_widget.icon_${t}`)}
><input
type="radio"
name="launcher-icon"
aria-label=${$(`settings_widget.icon_${t}`)}
.checked=${u(c.get("launcher.icon")===t)}
@change=${()=>c.set("launcher.icon",t)} /><span>${e(s,20)}</span></label
>`)}
</div>
</div>
<div class="set-field">
${i(c,"launcher.label.zh-CN",{label:$("settings_widget.label_zh"),max:20,placeholder:$("settings_widget.label_example")})}
</div>
<div class="set-field">${i(c,"launcher.label.en",{label:$("settings_widget.label_en"),note:$("settings_widget.label_hint"),max:20})}</div>
</div>
${l(c,"launcher.hidden",$("settings_widget.hidden"),f`${$("settings_widget.hidden_hint")} <code>servicedesk('open')</code>`)}`)}
${r($("settings_widget.pictures"),f`<div class="set-columns">${p("logo",256,$("settings_widget.logo"))}${p("header",1200,$("settings_widget.header"))}</div>`,$("settings_widget.pictures_intro"))}
${r($("settings_widget.radius"),"",void 0,f`<span class="slider"
><span class="thing-about">${$("settings_widget.radius_square")}</span
><input
type="range"
min="0"
max="24"
aria-label=${$("settings_widget.radius")}
.value=${u(String(c.get("radius")))}
@input=${e=>c.set("radius",Number(e.target.value))}
/><span class="thing-about">${$("settings_widget.radius_round")}</span><output>${c.get("radius")}</output></span
>`)}
${r($("settings_widget.custom"),n(c,"custom",{label:$("settings_widget.custom_label"),rows:3,mono:!0,placeholder:"--sd-surface: #fffdf8",hint:$("settings_widget.custom_hint")}),$("settings_widget.custom_intro"))}`}(v,A),words:()=>function(t,a){let d=e=>$(`settings_widget.own_${"en"===R?"en":"zh"}_${e}`),c=e=>`texts.${R}.${e}`;return f`${r($("settings_widget.words"),f`${i(t,c("title"),{label:$("settings_widget.title"),hint:$("settings_widget.title_hint"),placeholder:a,max:40})}
${n(t,c("greeting"),{label:$("settings_widget.greeting"),hint:$("settings_widget.greeting_hint"),placeholder:d("greeting"),max:300,rows:2})}
${n(t,c("welcome"),{label:$("settings_widget.welcome"),hint:$("settings_widget.welcome_hint"),placeholder:d("welcome"),max:300,rows:2})}
${n(t,c("offline"),{label:$("settings_widget.offline"),hint:$("settings_widget.offline_hint"),placeholder:d("offline"),max:300,rows:2})}`,$("settings_widget.words_intro"),(e=>o($("settings_widget.words_language"),I,R,t=>{R=t,e.set("accent",e.get("accent"))}))(t))}
${r($("settings_widget.questions"),function(t){let i=`questions.${R}`,n=t.get(i)??[],a=e=>t.set(i,e);return f`<ul class="lines">
${n.map((t,s)=>f`<li>
<input
class="input"
aria-label=${$("settings_widget.question_n",{n:s+1})}
placeholder=${$("settings_widget.question_example")}
maxlength=${60}
.value=${u(t)}
@input=${e=>a(n.with(s,e.target.value))}
/>
${s>0?f`<button type="button" class="icon-button" aria-label=${$("settings_widget.up",{n:s+1})} title=${$("settings_widget.up",{n:s+1})} @click=${()=>a(n.with(s-1,t).with(s,n[s-1]))}>${e("up")}</button>`:f`<span class="icon-space"></span>`}
<button type="button" class="icon-button" aria-label=${$("settings_widget.remove_n",{n:s+1})} title=${$("settings_widget.remove_n",{n:s+1})} @click=${()=>a(n.toSpliced(s,1))}>${e("x")}</button>
</li>`)}
</ul>
${n.length<6?f`<div class="set-actions"><button type="button" class="button" data-adds=".lines li:last-child input" @click=${()=>a([...n,""])}>${e("plus")}${$("settings_widget.question_add")}</button></div>`:b}
${s(t,i)}`}(t),$("settings_widget.questions_intro"))}
${r($("settings_widget.habits"),f`${l(t,"rating",$("settings_widget.rating"),$("settings_widget.rating_hint"))}
${l(t,"sound",$("settings_widget.sound"),$("settings_widget.sound_hint"))}
${l(t,"typing_preview",$("settings_widget.typing"),$("settings_widget.typing_hint"))}`)}`}(A,x.shop.name),form:()=>function(t){let i=t.get("form.fields"),n=e=>t.set("form.fields",e);return f`${r($("settings_widget.asks"),o($("settings_widget.asks"),["never","before","closed"].map(e=>({value:e,label:$(`settings_widget.asks_${e}`)})),t.get("form.when"),e=>t.set("form.when",e)),$("settings_widget.asks_intro"))}
${r($("settings_widget.fields"),f`${i.length?f`<ul class="field-cards">${i.map((l,o)=>{let r=e=>n(i.with(o,{...l,...e})),d=o+1,c=(e,t)=>f`<input
class="input"
aria-label="${$("settings_widget.field_n",{n:d})} · ${t}"
placeholder=${t}
maxlength=${80}
.value=${u(l.label[e]??"")}
@input=${t=>r({label:{...l.label,[e]:t.target.value}})}
/>`;return f`<li class="field-card">
<div class="field-card-head">
${a(`field-type-${o}`,y.map(e=>({value:e,label:$(`settings_widget.kind_${e}`)})),l.type,e=>r({type:e,id:C(e,i.toSpliced(o,1)),options:"select"===e?[{"zh-CN":"",en:""}]:[]}),`${$("settings_widget.field_n",{n:d})} · ${$("settings_widget.field_kind")}`)}
<label class="check"><input type="checkbox" .checked=${u(l.required)} @change=${e=>r({required:e.target.checked})} /><span>${$("settings_widget.required")}</span></label>
<span class="grow"></span>
${o>0?f`<button type="button" class="icon-button" aria-label=${$("settings_widget.up",{n:d})} title=${$("settings_widget.up",{n:d})} @click=${()=>n(i.with(o-1,l).with(o,i[o-1]))}>${e("up")}</button>`:b}
<button type="button" class="icon-button" aria-label=${$("settings_widget.remove_n",{n:d})} title=${$("settings_widget.remove_n",{n:d})} @click=${()=>n(i.toSpliced(o,1))}>${e("trash")}</button>
</div>
<div class="set-columns tight">${c("zh-CN",$("settings_widget.in_zh"))}${c("en",$("settings_widget.in_en"))}</div>
${"select"===l.type?f`<ul class="lines">
${l.options.map((t,s)=>f`<li>
${["zh-CN","en"].map(e=>f`<input
class="input"
aria-label="${$("settings_widget.field_n",{n:d})} · ${$("settings_widget.option_n",{n:s+1})} · ${$("en"===e?"settings_widget.in_en":"settings_widget.in_zh")}"
placeholder="${$("settings_widget.option_n",{n:s+1})} · ${$("en"===e?"settings_widget.in_en":"settings_widget.in_zh")}"
maxlength=${80}
.value=${u(t[e]??"")}
@input=${i=>r({options:l.options.with(s,{...t,[e]:i.target.value})})}
/>`)}
<button type="button" class="icon-button" aria-label=${$("settings_widget.remove_option",{n:s+1})} @click=${()=>r({options:l.options.toSpliced(s,1)})}>${e("x")}</button>
</li>`)}
</ul>
${l.options.length<20?f`<button type="button" class="text-button" data-adds=".lines li:last-child input" @click=${()=>r({options:[...l.options,{"zh-CN":"",en:""}]})}>${$("settings_widget.option_add")}</button>`:b}`:b}
${s(t,`form.fields.${o}`)}
</li>`})}</ul>`:f`<p class="nothing-yet">${$("settings_widget.no_fields")}</p>`}
${s(t,"form.fields")}
${i.length<8?f`<div class="set-actions" role="group" aria-label=${$("settings_widget.field_add")}>
<span class="thing-about">${$("settings_widget.field_add")}</span>
${y.map(s=>f`<button type="button" class="button" data-adds=".field-card:last-child .input" @click=${()=>(e=>{n([...i,{id:C(e,i),type:e,label:{"zh-CN":$(`settings_widget.asks_zh_${e}`),en:$(`settings_widget.asks_en_${e}`)},required:"consent"===e,options:"select"===e?[{"zh-CN":"",en:""}]:[]}]),"never"===t.get("form.when")&&t.set("form.when","before")})(s)}>${e("plus",14)}${$(`settings_widget.kind_${s}`)}</button>`)}
</div>`:b}`,$("settings_widget.fields_intro"))}`}(A),site:V.body,identity:U.body};return{form:A,start(){"#site"===location.hash&&(L="site"),V.start()},status:V.status,tabs:Object.keys(Q).map(e=>({id:e,label:$(`settings_widget.tab_${e}`)})),get tab(){return L},choose(e){L=e,"identity"===e&&U.start(),K()},body:()=>f`${Q[L]()}`,aside:x.widget?Y.view:void 0}}export{G as widgetPage};
