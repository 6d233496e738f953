import{a as s,g as t,l as e,q as a}from"./settings.js";import{E as l,J as n,aa as o,ea as i,r as d,u as c}from"./app.js";var r=["1","7","30","0"];function b({draft:s,call:e,say:a,nameOf:o,loaded:i,failed:b,changed:u,toggle:g}){let m=async t=>{if(t.preventDefault(),s.busy)return;s.busy=!0;let l=Number(s.days),d=l?new Date(Date.now()+864e5*l).toISOString():null;try{let t=await e("POST","/blocks",{address:s.address.trim(),reason:s.reason.trim()||null,until:d});Object.assign(s,{open:!1,address:"",reason:"",wrong:""}),a(n("settings_blocks.added",{name:o(t)})),await i.load()}catch(t){let{code:e,field:a}=t;"invalid"===e&&"address"===a?s.wrong="settings_blocks.address_wrong":"block_limit"===e?s.wrong="settings_blocks.full":b(t)}s.busy=!1,u()};return()=>d`<form class="set-stack" novalidate @submit=${m}>
<div class="set-columns">
<div class="set-field">
<div class="set-label"><label for="block-address">${n("settings_blocks.address")}</label></div>
<input
id="block-address"
class="input mono"
autocomplete="off"
placeholder="203.0.113.7"
aria-invalid=${s.wrong?"true":c}
aria-describedby="block-wrong block-hint"
.value=${l(s.address)}
@input=${t=>Object.assign(s,{address:t.target.value,wrong:""})}
/>
<p class="field-hint" id="block-hint">${n("settings_blocks.address_hint")}</p>
<p class="field-error" id="block-wrong" role="alert">${s.wrong?n(s.wrong):""}</p>
</div>
<div class="set-field">
<div class="set-label"><label for="block-reason">${n("settings_blocks.reason")}</label></div>
<input
id="block-reason"
class="input"
autocomplete="off"
maxlength=${200}
.value=${l(s.reason)}
@input=${t=>s.reason=t.target.value}
/>
</div>
</div>
<div class="set-actions">
${t("block-days",r.map(s=>({value:s,label:n(`settings_blocks.days_${s}`)})),s.days,t=>s.days=t,n("settings_blocks.for"))}
<button class="button quiet" type="button" @click=${g}>${n("settings_frame.cancel")}</button>
<button class="button primary" type="submit" aria-busy=${s.busy}>${n("settings_blocks.block")}</button>
</div>
</form>`}function u({call:t,changed:l,say:r,failed:u}){let g=a(async()=>{let s=t("GET","/agents?limit=200"),e=[],a="";for(let s=0;s<5;s+=1){let s=await t("GET","/blocks?limit=200"+(a?`&cursor=${encodeURIComponent(a)}`:""));if(e.push(...s.items),a=s.next_cursor,!a)break}return{items:e,agents:new Map((await s).items.map(s=>[s.id,s.name]))}},l),m={open:!1,address:"",reason:"",days:"7",wrong:"",busy:!1},p=s=>s.address??s.name??n("settings_blocks.nameless"),k=()=>{m.open=!m.open,l(),m.open&&requestAnimationFrame(()=>document.getElementById("block-address")?.focus())},f=b({draft:m,call:t,say:r,nameOf:p,loaded:g,failed:u,changed:l,toggle:k});return{start:g.load,body:()=>g.view(({items:a,agents:l})=>e(n("settings_blocks.title"),d`${m.open?f():c}
${a.length?d`<ul class="things">
${a.map(e=>((e,a)=>{let l=Date.now(),c=[e.reason,e.agent_id?n("settings_blocks.by",{name:a.get(e.agent_id)??"?"}):n("settings_blocks.by_command"),o(e.blocked_at,l),e.until?n("settings_blocks.until",{time:i(e.until)}):null];return d`<li class="thing">
<span class="thing-mark">${s(e.address?"monitor":"user")}</span>
<div class="thing-what">
<span class="thing-name">${p(e)}</span>
<span class="thing-about" title=${i(e.blocked_at)}>${c.filter(Boolean).join(" · ")}</span>
</div>
<div class="thing-does">
<button type="button" class="button" aria-label=${n("settings_blocks.lift_one",{name:p(e)})} @click=${()=>(async s=>{try{await t("DELETE",`/blocks/${s.id}`,{}),r(n("settings_blocks.lifted",{name:p(s)}))}catch(s){u(s)}await g.load()})(e)}>
${n("settings_blocks.lift")}
</button>
</div>
</li>`})(e,l))}
</ul>`:d`<p class="field-hint">${n("settings_blocks.none")}</p>`}`,n("settings_blocks.intro"),m.open?c:d`<button type="button" class="button" @click=${k}>${n("settings_blocks.add")}</button>`))}}export{u as blocksPage};
